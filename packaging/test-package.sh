#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test-package.sh FILE.deb: installs the package into a bare Debian 12 root, starts its programs there as an ordinary user,
# purges it, and looks whether what is the user's is still there. Needs root and mmdebstrap.
set -euo pipefail
deb="$(realpath "${1:?which .deb?}")"
top="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
# shellcheck source=packaging/bare-root.sh
source "$top/packaging/bare-root.sh"

readonly accounts=/home/jo/.config/framekey/accounts.json
passed=0
failed=0

# expect WHAT COMMAND...: counts whether the command succeeds.
expect() {
    local what="$1"
    shift
    if "$@"; then
        passed=$((passed + 1))
        echo "ok: $what"
    else
        failed=$((failed + 1))
        echo "NOT OK: $what"
    fi
}

as_jo() {
    in_bare_root "$root" runuser -u jo -- env HOME=/home/jo XDG_RUNTIME_DIR=/run/jo QT_QPA_PLATFORM="${platform:-offscreen}" "$@"
}

install_it() {
    in_bare_root "$root" apt-get update -qq
    cp "$deb" "$root/tmp/framekey.deb"
    in_bare_root "$root" apt-get install -qq -y --no-install-recommends /tmp/framekey.deb >"$root/tmp/install.log" 2>&1 ||
        { tail -n 30 "$root/tmp/install.log" && return 1; }
}

# Whoever installs without recommended packages has no X server at hand: this one is the test's.
install_x() { in_bare_root "$root" apt-get install -qq -y --no-install-recommends xvfb xauth >"$root/tmp/x.log" 2>&1; }

make_jo() {
    in_bare_root "$root" useradd --create-home jo
    install -d -m 0700 -o "$(jo_is)" "$root/run/jo"
    install -d -m 0700 -o "$(jo_is)" "$root/home/jo/.config" "$root/home/jo/.config/framekey"
    printf '{ "version": 1, "accounts": [] }\n' >"$root$accounts"
    chown "$(jo_is)" "$root$accounts"
}
jo_is() { in_bare_root "$root" id -u jo; }

# Lives for three seconds, and ends with 0 at SIGTERM: timeout says 124 only where the program did not say otherwise.
lives_and_ends() { as_jo timeout --preserve-status --kill-after=10 3 framekey-app "$@"; }
lives_and_ends_under_x() {
    platform=xcb as_jo xvfb-run -a timeout --preserve-status --kill-after=10 3 framekey-app
}
took_three_seconds() {
    local start=$SECONDS
    "$@" && ((SECONDS - start >= 2))
}

practice_answers() {
    # It ends when its standard input does, so a pipe that stays open for a moment.
    sleep 1 | as_jo framekey-practice --port 0 | head -n 1 | grep -q '^http://127\.0\.0\.1:[0-9]'
}

nothing_runs_yet() {
    local exit_code=0
    as_jo framekey token --no-start || exit_code=$?
    ((exit_code == 3))
}

purge_it() { in_bare_root "$root" apt-get purge -qq -y framekey >"$root/tmp/purge.log" 2>&1; }
nothing_left() { [[ -z "$(find "$root/usr" -name '*framekey*' -print -quit)" ]]; }

# Not in /tmp, which may lie in memory: a whole Debian goes in there.
root="$(mktemp -d /var/tmp/framekey-package.XXXXXX)"
trap 'drop_bare_root "$root"' EXIT
bare_root "$root"
expect "installs with its dependencies" install_it
make_jo
expect "framekey-app says its version" as_jo framekey-app --version
expect "framekey says its version" as_jo framekey --version
expect "framekey says that no Framekey runs" nothing_runs_yet
expect "bash finds the completion" test -s "$root/usr/share/bash-completion/completions/framekey"
expect "the window lives without a display server, and SIGTERM ends it with 0" took_three_seconds lives_and_ends
expect "an X server is there" install_x
expect "the window lives under X, and SIGTERM ends it with 0" took_three_seconds lives_and_ends_under_x
expect "framekey-practice says its address" practice_answers
expect "accounts are there before the purge" test -s "$root$accounts"
expect "purges" purge_it
expect "accounts are there after the purge" test -s "$root$accounts"
expect "nothing else is left" nothing_left
printf '%d passed, %d failed\n' "$passed" "$failed"
((failed == 0))
