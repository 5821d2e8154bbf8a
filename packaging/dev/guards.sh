# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Would a test notice? Each guard is taken away in a copy of the tree, and the test that shows it must fail.

# guards [NAME...]
guards() {
    install_for build test
    local tree names targets tests name survived=()
    tree="$(copy_of_tree)-guards"
    ((EUID != 0)) || make_test_user
    copy_sources "$tree"
    # What was built last was without one, and is newer than the source.
    guard_list files | (cd "$tree" && xargs touch)
    mapfile -t names < <(if (($#)); then printf '%s\n' "$@"; else guard_list names; fi)
    mapfile -t targets < <(guard_list targets)
    tests="$(guard_list tests | paste -sd '|')"
    build dev "$tree" "${targets[@]}"
    ((EUID != 0)) || chown -R "$test_user:" "$tree/build/dev"
    say "With every guard"
    tested "$tree" "$tests" || stop "They fail with every guard in its place: $tree/build/guards.log"
    for name in "${names[@]}"; do
        if is_noticed "$tree" "$name"; then say "$name: noticed"; else
            say "$name: NOT NOTICED"
            survived+=("$name")
        fi
    done
    ((${#survived[@]} == 0)) || stop "No test fails without: ${survived[*]}"
    say "Each of ${#names[@]} guards is missed by its test"
}

guard_list() { /usr/bin/python3 -B "$top/tests/guards/guards.py" "$@"; }

is_noticed() {
    local tree="$1" told file target test function noticed=1
    told="$(guard_list remove "$2" "$tree")" || exit 1
    read -r file target test function <<<"$told"
    # What cannot be built shows nothing.
    (cd "$tree" && cmake --build --preset dev --target "$target") >"$tree/build/guards.log" 2>&1 || { tail -n 20 "$tree/build/guards.log"; stop "'$2' cannot be built without"; }
    if ! tested "$tree" "$test"; then
        grep -E "^FAIL! .*::$function\(" "$tree/build/guards.log" && noticed=0
    fi
    cp "$top/$file" "$tree/$file"
    return "$noticed"
}

tested() { (ctest_in_fresh_home "$1/build/dev" -R "^($2)\$") >"$1/build/guards.log" 2>&1; }
