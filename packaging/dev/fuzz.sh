# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Over every limit that a parser has in bytes and a target asserts; libFuzzer's own choice is 4096.
fuzz_longest=20000
fuzz_runs=1000000

# fuzz [SECONDS [SEED]]: each target for so long or 1,000,000 runs, whichever ends first, from the corpus that is kept; what a
# finding needs to be seen again stays in build/fuzz/findings until it is mended and a file of the corpus. SEED 0 draws one.
fuzz() {
    local seconds="${1:-60}" seed="${2:-0}" failed=() targets target parser new
    [[ $seconds =~ ^[0-9]{1,6}$ ]] || stop "How many seconds is '$seconds'?"
    [[ $seed =~ ^[0-9]{1,9}$ ]] || stop "Which seed is '$seed'?"
    install_for build check
    say "Building the fuzz targets in build/fuzz"
    configure "$top" fuzz
    mapfile -t targets < <(cd "$top/tests/fuzz" && sed -n 's/^framekey_fuzz_target(\([a-z]*\) .*/fuzz-\1/p' CMakeLists.txt)
    cmake --build "$top/build/fuzz" --target "${targets[@]}"
    mkdir -p "$top/build/fuzz/findings"
    for target in "${targets[@]}"; do
        parser="${target#fuzz-}"
        new="$top/build/fuzz/corpus/$parser"
        mkdir -p "$new"
        say "$parser: $seconds s or $fuzz_runs runs"
        "$top/build/fuzz/bin/$target" -max_total_time="$seconds" -runs="$fuzz_runs" -max_len="$fuzz_longest" \
            -seed="$seed" -timeout=25 -rss_limit_mb=1024 -print_final_stats=1 \
            -artifact_prefix="$top/build/fuzz/findings/$parser-" "$new" "$top/tests/fuzz/corpus/$parser" \
            >"$top/build/fuzz/$parser.log" 2>&1 || failed+=("$parser")
        grep -E '^(stat::number_of|SUMMARY|==|does not hold)' "$top/build/fuzz/$parser.log" || true
    done
    ((${#failed[@]} == 0)) ||
        stop "Found something (build/fuzz/findings), to be mended and kept in tests/fuzz/corpus: ${failed[*]}"
    say "Nothing found"
}
