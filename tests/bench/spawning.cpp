// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: framekey-bench-spawning ROUNDS CALLERS PROGRAM [ARGS...] [-- PROGRAM [ARGS...]]
// Runs each command in turn, ROUNDS times; with CALLERS over 1 that many at once. One line a run: the
// command's number (0, 1), wall time in microseconds, CPU time in microseconds, page faults, peak memory in
// KiB, exit code. Their standard output goes nowhere. Small on purpose: a child's peak memory counts the
// pages of whoever started it.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <unordered_map>
#include <vector>

extern char **environ;

namespace
{

using Time = std::chrono::steady_clock::time_point;

struct Run {
    std::size_t command = 0;
    Time started;
};

class Spawning
{
public:
    explicit Spawning(std::vector<char **> commands) : m_commands(std::move(commands))
    {
        ::posix_spawn_file_actions_init(&m_actions);
        ::posix_spawn_file_actions_addopen(&m_actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    }

    void start(std::size_t command)
    {
        pid_t child = 0;
        const Time now = std::chrono::steady_clock::now();
        char **arguments = m_commands[command];
        if (::posix_spawnp(&child, arguments[0], &m_actions, nullptr, arguments, environ) != 0) {
            std::perror(arguments[0]);
            std::exit(EXIT_FAILURE);
        }
        m_running[child] = {.command = command, .started = now};
    }

    /// One of them has ended: says what it took.
    void wait()
    {
        int status = 0;
        rusage used{};
        const pid_t child = ::wait4(-1, &status, 0, &used);
        const std::chrono::duration<double, std::micro> wall =
            std::chrono::steady_clock::now() - m_running[child].started;
        const auto cpu = (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000L + used.ru_utime.tv_usec +
                         used.ru_stime.tv_usec;
        const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        std::printf("%zu %.0f %ld %ld %ld %d\n", m_running[child].command, wall.count(), cpu,
                    used.ru_minflt + used.ru_majflt, used.ru_maxrss, code);
        m_running.erase(child);
    }

    [[nodiscard]] std::size_t commands() const { return m_commands.size(); }
    [[nodiscard]] std::size_t running() const { return m_running.size(); }

private:
    std::vector<char **> m_commands;
    std::unordered_map<pid_t, Run> m_running;
    posix_spawn_file_actions_t m_actions{};
};

std::vector<char **> commandsOf(int argc, char *argv[])
{
    std::vector<char **> commands{argv + 3};
    for (int i = 4; i < argc; ++i) {
        if (std::strcmp(argv[i], "--") == 0 && i + 1 < argc) {
            argv[i] = nullptr;
            commands.push_back(argv + i + 1);
        }
    }
    return commands;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 4)
        return EXIT_FAILURE;
    const long rounds = std::atol(argv[1]);
    const auto callers = static_cast<std::size_t>(std::atol(argv[2]));
    Spawning spawning(commandsOf(argc, argv));
    for (long round = 0; round < rounds; ++round) {
        for (std::size_t command = 0; command < spawning.commands(); ++command) {
            spawning.start(command);
            if (spawning.running() == callers)
                spawning.wait();
        }
    }
    while (spawning.running() > 0)
        spawning.wait();
}
