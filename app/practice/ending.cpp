// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ending.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace framekey::practice
{
namespace
{

/// /dev/null, a file or a closed descriptor end at once and mean nothing.
bool isWorthWatching(int descriptor)
{
    struct stat status{};
    if (fstat(descriptor, &status) != 0)
        return false;
    return S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode) || isatty(descriptor) == 1;
}

enum class Input { Goes, Ends, CannotBeRead };

Input readInput()
{
    std::array<char, 1024> ignored{};
    const ssize_t size = read(STDIN_FILENO, ignored.data(), ignored.size());
    if (size > 0 || (size < 0 && (errno == EINTR || errno == EAGAIN)))
        return Input::Goes;
    // A terminal refuses a program in the background (EIO); that is no end.
    return size == 0 || errno != EIO ? Input::Ends : Input::CannotBeRead;
}

} // namespace

Ending::Ending() : m_watchesInput(isWorthWatching(STDIN_FILENO)), m_signals(-1)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGTTIN, SIG_IGN);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_signals = signalfd(-1, &set, SFD_CLOEXEC);
}

Ending::~Ending()
{
    close(m_signals);
}

void Ending::wait()
{
    while (true) {
        // poll() passes over a negative descriptor.
        std::array<pollfd, 2> watched{
            {{m_signals, POLLIN, 0}, {m_watchesInput ? STDIN_FILENO : -1, POLLIN, 0}}};
        if (poll(watched.data(), watched.size(), -1) < 0)
            continue;
        if (watched[0].revents != 0)
            return;
        if (watched[1].revents == 0)
            continue;
        const Input input = readInput();
        if (input == Input::Ends)
            return;
        m_watchesInput = input == Input::Goes;
    }
}

} // namespace framekey::practice
