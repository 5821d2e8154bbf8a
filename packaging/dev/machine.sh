# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the machine needs for each purpose, and how what is missing gets there. Nothing that is there is touched.

say() { printf '\n== %s\n' "$*"; }

stop() {
    printf '\n./dev: %s\n' "$*" >&2
    exit 1
}

packages_for() {
    case "$1" in
        build)
            echo git ca-certificates g++ cmake ninja-build pkgconf python3 \
                qt6-base-dev qt6-networkauth-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools \
                qtkeychain-qt6-dev libsecret-1-dev libssl-dev \
                libcpp-httplib-dev nlohmann-json3-dev libcli11-dev
            ;;
        run)
            echo xdg-utils fonts-noto-core openssl libnss3-tools
            has_browser || echo chromium chromium-sandbox
            has_secret_service || echo gnome-keyring
            ;;
        pictures) echo fonts-noto-core fonts-dejavu-core ;;
        test)
            echo xvfb xauth xdotool xdg-utils x11-utils libglib2.0-bin chromium chromium-sandbox dbus gnome-keyring libsecret-tools \
                at-spi2-core python3-pyatspi gir1.2-atspi-2.0 openssl libnss3-tools curl procps iproute2 faketime \
                fonts-noto-core fonts-dejavu-core imagemagick desktop-file-utils \
                libxcb-damage0-dev gdb valgrind libc6-dbg
            has_node || echo nodejs npm
            ;;
        bench) echo oidc-agent-cli ;;
        check) echo clang-19 clang-tidy-19 clang-format-19 libclang-rt-19-dev desktop-file-utils appstream shellcheck ;;
        coverage) echo llvm-19 ;;
        package) echo dpkg-dev file lintian ;;
    esac
}

has_browser() { command -v x-www-browser firefox chromium google-chrome >/dev/null; }
has_secret_service() { command -v gnome-keyring-daemon kwalletd6 kwalletd5 >/dev/null; }

# Root's tests run with the system's PATH, as a user who cannot enter root's home: a node in there is none.
test_path() { if ((EUID == 0)); then echo /usr/local/bin:/usr/bin:/bin; else echo "$PATH"; fi; }

has_node() (
    PATH="$(test_path)"
    command -v npm >/dev/null && major="$(node --version 2>/dev/null)" && major="${major#v}" && ((${major%%.*} >= 18))
)

installed() { [[ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" == installed ]]; }

# Prints those of the wanted packages that are not there.
missing_for() {
    local purpose name
    for purpose in "$@"; do
        for name in $(packages_for "$purpose"); do
            installed "$name" || printf '%s\n' "$name"
        done
    done | sort -u
}

install_for() {
    if ! command -v dpkg-query >/dev/null; then
        say "This is neither Debian nor Ubuntu: it is up to you that these (by Debian's names) are there:"
        local purpose
        for purpose in "$@"; do packages_for "$purpose"; done
        return
    fi
    local missing
    mapfile -t missing < <(missing_for "$@")
    ((${#missing[@]})) || return 0
    install_packages "${missing[@]}"
}

install_packages() {
    local as_root=() offered log
    if ((EUID != 0)); then
        command -v sudo >/dev/null || stop "Not installed, and no sudo here. As root: apt-get install --no-install-recommends $*"
        as_root=(sudo)
    fi
    say "Installing what this machine lacks: $*"
    log="$(mktemp)"
    "${as_root[@]}" apt-get update -qq || say "apt-get update had trouble (above); going on with the lists there are"
    mapfile -t offered < <(only_offered "$@")
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends "${offered[@]}" >"$log" 2>&1; then
        tail -n 40 "$log"
        stop "apt-get could not install them (above; all of it in $log). By hand: apt-get install --no-install-recommends ${offered[*]}"
    fi
    rm -f "$log"
}

# Ubuntu, for one, has no package of the name chromium: what is not to be had is said, and cmake or a test then says what
# it is needed for.
only_offered() {
    local name
    for name in "$@"; do
        if apt-cache show "$name" >/dev/null 2>&1; then
            printf '%s\n' "$name"
        else
            say "This system's package lists have no '$name'" >&2
        fi
    done
}
