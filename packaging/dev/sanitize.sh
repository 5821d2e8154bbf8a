# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One build with the sanitizers and with counters of what ran. Programs write reports and counts into folders of the build
# (cmake/Sanitized.cmake), also those that no test reads the output of.

# sanitize [CTEST ARGS...]: the whole suite anew, or a part that adds to what has been counted.
sanitize() {
    install_for build test check coverage
    local tree status=0
    build_to_test sanitized tree
    (($#)) || rm -rf "$tree/build/sanitized/profiles"
    rm -rf "$tree/build/sanitized/reports"
    mkdir -p "$tree"/build/sanitized/{profiles,reports}
    ((EUID != 0)) || chown -R "$test_user:" "$tree"/build/sanitized/{profiles,reports}
    set +e
    (
        set -e
        ctest_in_fresh_home "$tree/build/sanitized" "$@"
    )
    status=$?
    set -e
    # Where the symbolizer went with the session, that is all that a known leak leaves.
    find "$tree/build/sanitized/reports" -type f ! -exec grep -qv 'symbolizer' {} \; -delete
    find "$tree/build/sanitized/reports" -type f -exec cat {} +
    [[ -z $(find "$tree/build/sanitized/reports" -type f -print -quit) ]] || stop "The sanitizers report (above; $tree/build/sanitized/reports)"
    ((status == 0)) || stop "The sanitizers report nothing, but tests failed (above)"
    say "The sanitizers report nothing"
}

# coverage: of the folders that are promised, from what the last `./dev sanitize` ran.
coverage() {
    install_for build test check coverage
    local tree="$top" copy
    copy="$(copy_of_tree)"
    [[ ! -d $copy/build/sanitized/profiles ]] || tree="$copy"
    if ! compgen -G "$tree/build/sanitized/profiles/*.profraw" >/dev/null; then
        say "Nothing has been counted yet: running the tests without e2e"
        (sanitize -LE e2e) || exit 1
        ! [[ -d $copy/build/sanitized/profiles ]] || tree="$copy"
    fi
    # Together they hold all of it. Of the libraries themselves llvm-cov 19 says that they are malformed.
    local built="$tree/build/sanitized" program parts=()
    for program in framekey framekey-app unit-command unit-oauth unit-session unit-program; do
        parts+=(-object "$built/bin/$program")
    done
    mkdir -p "$top/build/coverage"
    llvm-profdata-19 merge --failure-mode=all -o "$top/build/coverage/counts" "$built"/profiles/*.profraw
    parts=("${parts[@]:1}" -instr-profile "$top/build/coverage/counts")
    llvm-cov-19 export -skip-expansions -skip-functions "${parts[@]}" >"$top/build/coverage/counts.json"
    llvm-cov-19 show -format=html -show-branches=count -output-dir "$top/build/coverage" "${parts[@]}" "$tree"/app/{oauth,session,agent,command} >/dev/null
    say "Each line: build/coverage/index.html"
    /usr/bin/python3 -B "$top/tests/coverage/judge.py" "$top/build/coverage/counts.json" "$tree/app"
}
