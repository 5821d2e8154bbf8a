// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the runtimes of the sanitizers and of the coverage ask a program for before they read the environment.

extern "C" {

// Of many processes, one file a program: each adds its counts.
extern const char __llvm_profile_filename[];
const char __llvm_profile_filename[] = FRAMEKEY_PROFILES "/%m.profraw";

const char *__asan_default_options()
{
    // Reports go into files: who started a program often does not read what it says. A limit for cores is the
    // program's own business, and tested.
    return "log_path=" FRAMEKEY_REPORTS "/report:exitcode=86:disable_coredump=0:detect_leaks=1:"
           "strict_string_checks=1:check_initialization_order=1:quarantine_size_mb=64";
}

// It copies counted strings, which end in no zero, as strict_string_checks wants it of every string.
const char *__asan_default_suppressions()
{
    return "interceptor_via_lib:libxkbcommon-x11\n";
}

const char *__ubsan_default_options()
{
    return "print_stacktrace=1:log_path=" FRAMEKEY_REPORTS "/report";
}

const char *__lsan_default_options()
{
    return "suppressions=" FRAMEKEY_SUPPRESSIONS ":print_suppressions=0";
}
}
