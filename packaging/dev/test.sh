# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Tests run as an ordinary user, in a home, runtime folder and environment that are new each time: what they
# open, store or break is never the developer's.

readonly test_user=framekey-test

run_tests() {
    local tree
    build_to_test dev tree
    say "Testing $tree as $(test_name)"
    ctest_in_fresh_home "$tree/build/dev" "$@"
}

# build_to_test PRESET VARIABLE [TARGET...]: builds what is to be tested, where who tests can read it, and says where that is.
build_to_test() {
    local preset="$1"
    local -n tested="$2"
    shift 2
    install_for build test
    tested="$top"
    if ((EUID == 0)); then
        make_test_user
        can_read_all "$top" || copy_to_readable tested
    fi
    build "$preset" "$tested" "$@"
    install_node_modules "$tested/tests/e2e"
    ((EUID != 0)) || chown -R "$test_user:" "$tested/build/$preset"
}

make_test_user() {
    id "$test_user" >/dev/null 2>&1 && return
    say "Making the user $test_user, who runs the tests"
    useradd --create-home --shell /bin/bash --comment 'runs the tests of Framekey' "$test_user"
}

can_read_all() {
    local unreadable
    unreadable="$(runuser -u "$test_user" -- find "$1" -path "$1/build" -prune -o -path "$1/.git" -prune -o \
        ! -readable -print -quit 2>&1)" && [[ -z $unreadable ]]
}

# Where a copy of the source tree lies, for those who cannot read the tree. Its place stays the same for one tree, so that
# the next build finds the last one.
copy_of_tree() { printf '/var/tmp/%s-%s' "$test_user" "$(printf %s "$top" | sha256sum | cut -c1-12)"; }

# Sets the variable named by $1 to a copy of the source tree that everyone may read.
copy_to_readable() {
    local -n copied="$1"
    copied="$(copy_of_tree)"
    say "$test_user cannot read all of $top: building and testing a copy of it in $copied"
    copy_sources "$copied"
}

# copy_sources FOLDER: everyone may read it; what was built there stays.
copy_sources() {
    local copied="$1"
    mkdir -p "$copied"
    [[ -O $copied && ! -L $copied ]] || stop "$copied is somebody else's; remove it first."
    find "$copied" -mindepth 1 -maxdepth 1 ! -name build -exec rm -rf {} +
    tar -C "$top" --exclude=./build --exclude=./.git --exclude=node_modules -cf - . | tar -C "$copied" -xf - --no-same-owner
    chmod 755 "$copied"
    find "$copied" -mindepth 1 -maxdepth 1 ! -name build -exec chmod -R a+rX {} +
}

# npm sees the caller's whole environment: proxies, registries and certificates are the machine's business.
install_node_modules() {
    local folder="$1"
    [[ -f $folder/package-lock.json ]] || return 0
    [[ $folder/node_modules/.package-lock.json -nt $folder/package-lock.json ]] && return 0
    say "Fetching the node modules of the end-to-end tests (npm ci)"
    (cd "$folder" && npm ci --no-audit --no-fund --no-update-notifier)
}

# The last thing run, so that ctest's closing lines are the last ones printed.
ctest_in_fresh_home() {
    local build="$1"
    shift
    in_fresh_home ctest --test-dir "$build" --output-on-failure --no-tests=error -j2 "$@"
}

# in_fresh_home COMMAND...: as who tests.
in_fresh_home() {
    local as_user=()
    # In /tmp whatever TMPDIR says: short, for a socket's path holds 108 bytes, and the test user can enter it.
    fresh="$(mktemp -d /tmp/fkt.XXXXXX)"
    trap 'rm -rf "$fresh" 2>/dev/null' EXIT
    mkdir -m 0700 "$fresh/home" "$fresh/run" "$fresh/tmp"
    if ((EUID == 0)); then
        chown -R "$test_user:" "$fresh"
        as_user=(runuser -u "$test_user" --)
    fi
    cd /
    "${as_user[@]}" env -i ${CI:+"CI=$CI"} HOME="$fresh/home" XDG_RUNTIME_DIR="$fresh/run" TMPDIR="$fresh/tmp" \
        PATH="$(test_path)" LANG=C.UTF-8 TERM="${TERM:-dumb}" SHELL=/bin/bash \
        USER="$(test_name)" LOGNAME="$(test_name)" \
        "$@"
}

test_name() { if ((EUID == 0)); then echo "$test_user"; else id -un; fi; }
