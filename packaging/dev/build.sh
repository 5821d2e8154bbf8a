# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later

# build PRESET TREE [TARGET...]: configures and builds a preset of that source tree, with ccache where there is one.
build() {
    local preset="$1" tree="$2"
    shift 2
    say "Building preset '$preset' in $tree/build/$preset"
    configure "$tree" "$preset"
    (cd "$tree" && cmake --build --preset "$preset" --target "${@:-all}")
}

# configure TREE PRESET [CMAKE ARGS...]: says only what is wrong.
configure() {
    local tree="$1" preset="$2" launcher=()
    shift 2
    command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    (cd "$tree" && cmake --preset "$preset" "${launcher[@]}" --log-level=WARNING "$@" >/dev/null)
}
