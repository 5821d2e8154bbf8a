# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later

# build PRESET TREE [TARGET]: configures and builds a preset of that source tree, with ccache where there is one.
build() {
    local preset="$1" tree="$2" target="${3:-all}" launcher=()
    command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    say "Building preset '$preset' in $tree/build/$preset"
    (cd "$tree" && cmake --preset "$preset" "${launcher[@]}" --log-level=WARNING)
    (cd "$tree" && cmake --build --preset "$preset" --target "$target")
}
