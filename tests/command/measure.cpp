// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// measure PROGRAM ARGS...: runs it and says on standard error how many page faults it took and, in KiB, the
// most memory it had. A small program itself: what waits for a child is counted until the child's exec, and a
// Python would be all that is seen.
#include <charconv>
#include <cstdlib>
#include <spawn.h>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace
{

char line[64];
char *end = line;

void add(std::string_view text)
{
    for (const char c : text)
        *end++ = c;
}

void add(long number)
{
    end = std::to_chars(end, line + sizeof line, number).ptr;
}

} // namespace

int main(int argc, char **argv)
{
    pid_t child = -1;
    if (argc < 2 || ::posix_spawn(&child, argv[1], nullptr, nullptr, argv + 1, environ) != 0)
        return EXIT_FAILURE;
    int status = 0;
    rusage used{};
    ::wait4(child, &status, 0, &used);
    add(used.ru_minflt + used.ru_majflt);
    add(" ");
    add(used.ru_maxrss);
    add("\n");
    const auto length = static_cast<std::size_t>(end - line);
    return ::write(STDERR_FILENO, line, length) < 0 || !WIFEXITED(status) ? EXIT_FAILURE
                                                                          : WEXITSTATUS(status);
}
