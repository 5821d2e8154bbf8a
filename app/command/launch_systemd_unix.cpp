// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appprogram.h"
#include "launch.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace framekey::command
{

namespace
{

constexpr int patienceMs = 2000;

std::string valueOf(const Words &environment, std::string_view name)
{
    const auto isIt = [name](const std::string &entry) {
        return entry.starts_with(name) && entry.size() > name.size() && entry[name.size()] == '=';
    };
    const auto found = std::ranges::find_if(environment, isIt);
    return found == environment.end() ? std::string() : found->substr(name.size() + 1);
}

/// The user's manager listens there while it runs; without this look, asking in vain would take seconds.
bool hasManager(const Words &environment)
{
    const std::string socket = valueOf(environment, "XDG_RUNTIME_DIR") + "/systemd/private";
    struct stat status{};
    return ::lstat(socket.c_str(), &status) == 0 && S_ISSOCK(status.st_mode) && status.st_uid == ::getuid();
}

Words systemdOrder(const std::string &systemdRun, const Words &order, const Words &environment)
{
    Words whole{systemdRun, "--user", "--collect", "--quiet",
                "--unit=framekey-app-" + std::to_string(::getpid())};
    // By name alone: arguments can be read by everybody, and a proxy's address may hold a password.
    for (const std::string &entry : environment)
        whole.push_back("--setenv=" + entry.substr(0, entry.find('=')));
    whole.emplace_back("--");
    whole.insert(whole.end(), order.begin(), order.end());
    return whole;
}

bool endedWell(pid_t child, const Deadline &deadline)
{
    const int descriptor = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
    const int patience = deadline ? std::min(millisecondsTo(deadline), patienceMs) : patienceMs;
    pollfd ended{.fd = descriptor, .events = POLLIN, .revents = 0};
    if (descriptor < 0 || ::poll(&ended, 1, patience) <= 0)
        ::kill(child, SIGKILL);
    int status = -1;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (descriptor >= 0)
        ::close(descriptor);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

bool launchBySystemd(const Words &order, const Words &environment, const Deadline &deadline)
{
    const auto systemdRun = programOnPath("systemd-run");
    if (!systemdRun || !hasManager(environment))
        return false;
    const Words whole = systemdOrder(*systemdRun, order, environment);
    const auto arguments = pointersTo(whole);
    const auto variables = pointersTo(environment);
    const pid_t child = ::fork();
    if (child == 0) {
        forgetCaller();
        ::execve(arguments.front(), arguments.data(), variables.data());
        ::_exit(127);
    }
    return child > 0 && endedWell(child, deadline);
}

} // namespace framekey::command
