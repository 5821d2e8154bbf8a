# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The same tree on every Qt that is promised: each Debian in a root of its own, filled once and kept by what was asked to
# be in it, built without warnings, every test as an ordinary user, and a sign-in with a real browser.

# shellcheck source=packaging/bare-root.sh
source "$top/packaging/bare-root.sh"

# The one that signs in, renews and signs out in Chromium, beside all that needs no desktop.
readonly matrix_tests='^(unit|flow|ui|practice|command|fuzz|style|bench|hardening)\.|^chaos\.(faults|plan|reckoning|verdicts)$|^e2e\.(harness|public_client|practice_account)$'

# matrix [SUITE...]
matrix() {
    ((EUID == 0)) || stop "Roots are made and entered as root: sudo ./dev matrix"
    (($#)) || set -- bookworm trixie forky
    command -v mmdebstrap >/dev/null || install_packages mmdebstrap
    local suite rows=() status=0
    for suite in "$@"; do
        say "Debian $suite"
        if on_suite "$suite"; then rows+=("$(suite_row "$suite" passed)"); else
            rows+=("$(suite_row "$suite" FAILED)")
            status=1
        fi
    done
    say "Matrix"
    printf '%s\n' "${rows[@]}"
    return "$status"
}

# In a subshell, so that its root goes whatever happens.
on_suite() (
    local suite="$1" log="$top/build/matrix/$1.log" root filled
    mkdir -p "$top/build/matrix"
    chown --reference="$top" "$top/build" # whoever builds here later is not root
    filled="$(filled_root "$suite")" || exit 1
    # Not in /tmp, which may lie in memory: a whole build goes in there.
    root="$(mktemp -d /var/tmp/framekey-matrix.XXXXXX)"
    trap 'leave_root "$root"' EXIT
    enter_root "$root" "$filled"
    tar -C "$top" --exclude=./build --exclude=./.git --exclude=node_modules -cf - . | tar -C "$root/all/srv" -xf - --no-same-owner
    say "Building and testing; all of it in $log"
    in_bare_root "$root/all" env CCACHE_DIR=/var/cache/ccache CI=true \
        /srv/dev test -R "$matrix_tests" >"$log" 2>&1 || { tail -n 60 "$log"; exit 1; }
)

# Where the root of a suite lies once it is filled.
root_of() { printf '%s\n' "$roots/$1-$(matrix_packages | sha256sum | cut -c1-12)"; }

# Prints the folder of a root that has everything in it; made anew where what is asked for has changed.
filled_root() {
    local suite="$1" filled filling
    filled="$(root_of "$suite")"
    mkdir -p "$roots"
    exec {filling}>"$roots/$suite.lock" # one at a time: it begins by removing what another left half done
    flock "$filling"
    # Debian goes on, testing above all.
    find "$roots" -maxdepth 1 -name "$suite-*" -mtime +30 -exec rm -rf --one-file-system {} +
    if [[ ! -d $filled ]]; then
        say "Filling a root for $suite (once)" >&2
        rm -rf --one-file-system "$filled.part"
        bare_root "$filled.part" "$suite" >&2 || stop "No Debian $suite could be fetched."
        fill_root "$filled.part" >"$roots/$suite.log" 2>&1 || { tail -n 20 "$roots/$suite.log" >&2; drop_bare_root "$filled.part"; stop "$suite could not be filled."; }
        umount -l "$filled.part/dev" "$filled.part/proc"
        mv "$filled.part" "$filled"
    fi
    exec {filling}>&-
    printf '%s\n' "$filled"
}

fill_root() {
    local wanted
    mapfile -t wanted < <(matrix_packages)
    # Not worth waiting for the disk: a root half filled is thrown away.
    echo force-unsafe-io >"$1/etc/dpkg/dpkg.cfg.d/unsafe-io"
    in_bare_root "$1" apt-get update -qq &&
        in_bare_root "$1" apt-get install -qq -y --no-install-recommends "${wanted[@]}" &&
        in_bare_root "$1" update-ca-certificates
}

# A node that this machine has of its own, a root has not.
matrix_packages() {
    for purpose in build run test; do packages_for "$purpose"; done | cat - <(echo ccache nodejs npm) |
        tr ' ' '\n' | sort -u
}

enter_root() {
    mkdir -p "$1/upper" "$1/work" "$1/all" "$roots/ccache"
    mount -t overlay overlay -o "lowerdir=$2,upperdir=$1/upper,workdir=$1/work" "$1/all"
    mount -t proc proc "$1/all/proc"
    mount --rbind /dev "$1/all/dev"
    mount --make-rslave "$1/all/dev"
    mount -t tmpfs -o mode=1777 tmpfs "$1/all/tmp"
    mkdir -p "$1/all/var/cache/ccache"
    mount --bind "$roots/ccache" "$1/all/var/cache/ccache"
}

leave_root() {
    umount -l "$1/all/var/cache/ccache" "$1/all/tmp" "$1/all/dev" "$1/all/proc" "$1/all" 2>/dev/null
    rm -rf --one-file-system "$1"
}

suite_row() {
    local log="$top/build/matrix/$1.log" root qt=none
    root="$(root_of "$1")"
    [[ ! -d $root ]] || qt="$(in_bare_root "$root" pkg-config --modversion Qt6Core)"
    printf '%-10s Qt %-8s %s  %s\n' "$1" "$qt" "$2" "$(grep 'tests passed' "$log" | tail -n 1)"
}
