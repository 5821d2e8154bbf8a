# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later

run_checks() {
    install_for build check
    local failed=() step
    for step in format style scripts desktop_files tidy; do
        say "Checking: ${step//_/ }"
        "check_$step" || failed+=("$step")
    done
    ((${#failed[@]} == 0)) || stop "Found something to mend (above): ${failed[*]//_/ }"
    say "Nothing to mend"
}

sources() { git -c safe.directory="$top" -C "$top" ls-files -z --cached --others --exclude-standard -- "$@"; }

check_format() {
    sources '*.cpp' '*.h' | in_top xargs -0 -r clang-format-19 --dry-run -Werror
}

check_style() {
    /usr/bin/python3 -B "$top/tests/style/check.py" "$top"
}

# The steps are called in a condition, where bash forgets errexit: hence every && below.
check_scripts() {
    in_top shellcheck -x -a dev .ci/run &&
        sources '*.sh' ':!packaging/dev' | in_top xargs -0 -r shellcheck -x
}

check_desktop_files() {
    sources 'packaging/*.desktop' | in_top xargs -0 -r desktop-file-validate &&
        sources 'packaging/*.metainfo.xml' | in_top xargs -0 -r appstreamcli validate --no-net
}

# Nothing is compiled: no source of ours includes what moc makes, and clang-tidy reads the sources themselves.
check_tidy() {
    configure "$top" lint -DBUILD_TESTING=OFF &&
        in_top run-clang-tidy-19 -quiet -j2 -p build/lint "^$top/(app|ui)/" | without_command_lines
}

without_command_lines() { grep -v -E '^\[[ 0-9/]+\]\[[0-9.]+s\] |^[0-9]+ warnings? (generated|treated)|^$' || true; }

in_top() { (cd "$top" && "$@"); }
