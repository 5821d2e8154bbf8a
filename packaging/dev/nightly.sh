# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# All that is too long for every change, one after the other; what fails keeps none of the others from running.

nightly() {
    ((EUID == 0)) || stop "Its last step, the matrix, needs root: sudo ./dev nightly"
    local rows=() status=0
    mkdir -p "$top/build/nightly"
    nightly_step fuzz 60
    nightly_step kills 300 200
    nightly_step chaos --minutes 10
    nightly_step sanitize
    nightly_step coverage
    nightly_step guards
    nightly_step package
    nightly_step matrix
    say "Nightly"
    printf '%s\n' "${rows[@]}"
    return "$status"
}

# nightly_step ORDER [ARGS...]: as if it had been typed, so that it stops at its first failure, as that does.
nightly_step() {
    local log="$top/build/nightly/$1.log" outcome=passed began="$SECONDS"
    say "Nightly: ./dev $*; all of it in $log"
    if ! "$top/dev" "$@" >"$log" 2>&1; then
        outcome=FAILED
        status=1
        tail -n 20 "$log"
    fi
    rows+=("$(printf '%-9s %s  %5d s  %s' "$1" "$outcome" $((SECONDS - began)) "$(grep -v '^$' "$log" | tail -n 1)")")
}
