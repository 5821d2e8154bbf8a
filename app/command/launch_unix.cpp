// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "launch.h"

#include "appprogram.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <climits>
#include <csignal>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace framekey::command
{

namespace
{

int processDescriptor(pid_t process)
{
    return static_cast<int>(::syscall(SYS_pidfd_open, process, 0));
}

/// What is told through the pipe by the process that becomes the app: who it is, and then, if so, why it does
/// not.
struct Told {
    pid_t process = -1;
    int error = 0;
};

/// For kernels that know no close_range(2).
void closeEachOnExec()
{
    DIR *folder = ::opendir("/proc/self/fd");
    if (folder == nullptr)
        ::_exit(127);
    while (const dirent *entry = ::readdir(folder)) {
        int number = 0;
        const std::string_view name(entry->d_name);
        if (std::from_chars(name.data(), name.data() + name.size(), number).ec == std::errc() && number > 2)
            ::fcntl(number, F_SETFD, FD_CLOEXEC);
    }
    ::closedir(folder);
}

[[noreturn]] void becomeApp(const std::vector<char *> &order, const std::vector<char *> &environment,
                            int pipe)
{
    const pid_t self = ::getpid();
    static_cast<void>(::write(pipe, &self, sizeof self));
    forgetCaller();
    static_cast<void>(::chdir("/"));
    ::execve(order.front(), order.data(), environment.data());
    const int error = errno;
    static_cast<void>(::write(pipe, &error, sizeof error));
    ::_exit(127);
}

[[noreturn]] void leaveBehind(const std::vector<char *> &order, const std::vector<char *> &environment,
                              int pipe)
{
    ::setsid();
    if (::fork() == 0)
        becomeApp(order, environment, pipe);
    ::_exit(0);
}

Told listen(int pipe)
{
    Told told;
    if (::read(pipe, &told.process, sizeof told.process) != sizeof told.process)
        told.error = EAGAIN;
    else if (::read(pipe, &told.error, sizeof told.error) != sizeof told.error)
        told.error = 0;
    return told;
}

} // namespace

Launched::~Launched()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

bool Launched::hasEnded() const
{
    pollfd ended{.fd = m_descriptor, .events = POLLIN, .revents = 0};
    return m_descriptor >= 0 && ::poll(&ended, 1, 0) > 0;
}

std::vector<char *> pointersTo(const Words &words)
{
    std::vector<char *> pointers;
    pointers.reserve(words.size() + 1);
    for (const std::string &word : words)
        pointers.push_back(const_cast<char *>(word.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

void forgetCaller()
{
    const int nothing = ::open("/dev/null", O_RDWR);
    if (nothing < 0)
        ::_exit(127);
    for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        ::dup2(nothing, number);
    if (::close_range(3, UINT_MAX, CLOSE_RANGE_CLOEXEC) != 0)
        closeEachOnExec();
    for (int number = 1; number < NSIG; ++number)
        ::signal(number, SIG_DFL);
    ::umask(077);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

std::expected<Launched, Trouble> launchDetached(const Words &order, const Words &environment)
{
    const auto arguments = pointersTo(order);
    const auto variables = pointersTo(environment);
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0)
        return std::unexpected(
            Trouble{ExitCode::NotRunning, "Framekey cannot be started: too many open files.", {}});
    const pid_t child = ::fork();
    if (child == 0)
        leaveBehind(arguments, variables, pipe[1]);
    ::close(pipe[1]);
    const Told told = child < 0 ? Told{.process = -1, .error = errno} : listen(pipe[0]);
    ::close(pipe[0]);
    while (child > 0 && ::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
    if (told.error != 0 || told.process < 0)
        return std::unexpected(Trouble{
            ExitCode::NotRunning,
            order.front() + " cannot be started: " + std::strerror(told.error != 0 ? told.error : EAGAIN),
            {}});
    return Launched(processDescriptor(told.process));
}

std::expected<Launched, Trouble> launch(const std::string &program, StartKind kind, const Deadline &deadline)
{
    Words order{program};
    if (kind == StartKind::Background)
        order.emplace_back("--background");
    const Words environment = environmentForApp();
    if (launchBySystemd(order, environment, deadline))
        return Launched();
    return launchDetached(order, environment);
}

} // namespace framekey::command
