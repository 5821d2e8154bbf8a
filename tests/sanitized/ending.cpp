// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command ends by _exit or becomes another program, which asks nobody whether there is something left to
// say: here it is asked.

#include <sanitizer/lsan_interface.h>

extern "C" {

int __llvm_profile_write_file();
[[noreturn]] void __real__exit(int status);
int __real_execve(const char *path, char *const arguments[], char *const environment[]);
int __real_execvp(const char *file, char *const arguments[]);

[[noreturn]] void __wrap__exit(int status)
{
    __lsan_do_leak_check();
    static_cast<void>(__llvm_profile_write_file());
    __real__exit(status);
}

int __wrap_execve(const char *path, char *const arguments[], char *const environment[])
{
    static_cast<void>(__llvm_profile_write_file());
    return __real_execve(path, arguments, environment);
}

int __wrap_execvp(const char *file, char *const arguments[])
{
    static_cast<void>(__llvm_profile_write_file());
    return __real_execvp(file, arguments);
}
}
