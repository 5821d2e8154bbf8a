# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A Debian root with nothing in it but what Debian calls essential: a stranger's machine. To be sourced; needs root.

readonly roots=/var/tmp/framekey-roots

# bare_root DIR [SUITE]: unpacks a bare root into DIR (made once, then kept in /var/tmp) and gives it /proc, /dev and the net.
bare_root() {
    local dir="$1" suite="${2:-bookworm}"
    local kept="$roots/$suite-bare.tar" stale=()
    # A mirror of the testing suites may be days behind; what it serves stays signed.
    [[ $suite == bookworm || $suite == trixie ]] || stale=(--aptopt='Acquire::Check-Valid-Until "false"')
    if [[ ! -f $kept ]]; then
        command -v mmdebstrap >/dev/null || { echo "mmdebstrap is needed: apt-get install mmdebstrap" >&2 && return 1; }
        mkdir -p "$roots"
        # What was half fetched is not kept, whether the caller ends at a failure or not.
        if ! mmdebstrap --quiet --variant=minbase --format=tar "${stale[@]}" "$suite" "$kept.part"; then
            rm -f "$kept.part"
            return 1
        fi
        mv "$kept.part" "$kept"
    fi
    mkdir -p "$dir"
    tar -C "$dir" -xf "$kept"
    mount -t proc proc "$dir/proc"
    mount --rbind /dev "$dir/dev"
    mount --make-rslave "$dir/dev"
    install -m 0644 /etc/resolv.conf "$dir/etc/resolv.conf"
    name_localhost "$dir"
    trust_what_this_machine_trusts "$dir"
}

# As Debian's installer does; mmdebstrap does not, and then it is a name server that is asked for it.
name_localhost() {
    [[ -s $1/etc/hosts ]] || printf '127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n' >"$1/etc/hosts"
}

# Where the way out to the registries has a certificate authority of its own, the root needs it too.
trust_what_this_machine_trusts() {
    mkdir -p "$1/usr/local/share/ca-certificates"
    find /usr/local/share/ca-certificates -name '*.crt' -exec cp -t "$1/usr/local/share/ca-certificates" {} +
}

# in_bare_root DIR COMMAND...: as root in there, with a newcomer's environment.
in_bare_root() {
    local dir="$1"
    shift
    chroot "$dir" env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        LANG=C.UTF-8 TERM=dumb DEBIAN_FRONTEND=noninteractive "$@"
}

drop_bare_root() {
    umount -l "$1/dev" "$1/proc" && rm -rf --one-file-system "$1"
}
