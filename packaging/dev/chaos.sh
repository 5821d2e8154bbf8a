# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What takes too long, or too much luck, for every change: random faults and random kills.

# chaos [--minutes N] [--seed S] [--busy] [--allow-missing]
chaos() {
    local tree
    build_to_test dev tree framekey-app framekey framekey-practice
    say "Chaos on $tree as $(test_name)"
    in_fresh_home "$tree/tests/chaos/run" "$tree/build/dev" "$@"
}

# kills [KILLS] [KILLS UNDER CALLERS]: the same tests as in ./dev test, with these numbers.
kills() {
    local tree own="${1:-300}" callers="${2:-200}"
    [[ $own$callers =~ ^[0-9]+$ ]] || stop "How many kills are '$own' and '$callers'?"
    build_to_test dev tree framekey-app framekey framekey-practice
    say "$own kills of the app round its renewals"
    kill_test "$tree" "$own" FRAMEKEY_KILLS test_kills || return 1
    say "$callers kills of the app under its callers"
    kill_test "$tree" "$callers" FRAMEKEY_CALLER_KILLS test_script_storm.ScriptStorm.test_app_is_killed_under_its_callers
}

# kill_test TREE NUMBER VARIABLE TEST: in a subshell, for it makes a home of its own.
kill_test() (
    local programs="$1/build/dev/bin" seconds=$((120 + 6 * $2)) session=(/usr/bin/python3 -B -m)
    in_fresh_home env -C "$1/tests/e2e" "$3=$2" FRAMEKEY_APP="$programs/framekey-app" \
        FRAMEKEY_COMMAND="$programs/framekey" FRAMEKEY_PRACTICE="$programs/framekey-practice" \
        "${session[@]}" harness.session "$seconds" "${session[@]}" unittest --verbose "$4"
)
