// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection.h"

#include "output.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace framekey::command
{

namespace
{

using Failure = Connection::Failure;

/// Bytes, the line feed among them (docs/socket.md).
constexpr std::size_t longestAnswer = 131072;
constexpr std::size_t usualAnswer = 8192;

Secret moved(const Secret &secret, std::size_t capacity)
{
    Secret larger(capacity);
    larger.append(secret.reveal());
    return larger;
}

Failure failureOf(int error)
{
    if (error == ENOENT || error == ECONNREFUSED || error == ENOTDIR)
        return Failure::Nobody;
    return error == EACCES || error == EPERM || error == ELOOP || error == EPROTOTYPE ? Failure::Foreign
                                                                                      : Failure::Busy;
}

/// Never 0, which would be for ever.
timeval patienceUntil(const Deadline &deadline)
{
    constexpr int most = 5000;
    const int milliseconds = deadline ? std::clamp(millisecondsTo(deadline), 1, most) : most;
    return {.tv_sec = milliseconds / 1000, .tv_usec = milliseconds % 1000 * 1000L};
}

bool isOurs(int descriptor)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::getuid();
}

} // namespace

int millisecondsTo(const Deadline &deadline)
{
    if (!deadline)
        return -1;
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(*deadline - std::chrono::steady_clock::now());
    return static_cast<int>(std::clamp<long>(left.count(), 0, INT_MAX));
}

std::expected<Connection, Failure> Connection::open(const std::string &path, const Deadline &deadline)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.c_str(), std::min(path.size(), sizeof address.sun_path - 1));
    Connection connection(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (connection.m_descriptor < 0)
        return std::unexpected(Failure::Busy);
    // A full queue blocks connect(2); this bounds it.
    const timeval patience = patienceUntil(deadline);
    ::setsockopt(connection.m_descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (::connect(connection.m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return std::unexpected(failureOf(errno));
    if (!isOurs(connection.m_descriptor))
        return std::unexpected(Failure::Foreign);
    return connection;
}

Connection::~Connection()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

std::expected<void, Failure> Connection::send(std::string_view line)
{
    if (!writeAll(m_descriptor, line))
        return std::unexpected(Failure::Busy);
    return {};
}

bool Connection::answersWithin(std::chrono::milliseconds time, const Deadline &deadline) const
{
    pollfd readable{.fd = m_descriptor, .events = POLLIN, .revents = 0};
    const int left = millisecondsTo(deadline);
    const int most = static_cast<int>(time.count());
    return ::poll(&readable, 1, left < 0 ? most : std::min(left, most)) != 0;
}

std::expected<Secret, Failure> Connection::receive(const Deadline &deadline)
{
    Secret received(usualAnswer);
    for (;;) {
        pollfd readable{.fd = m_descriptor, .events = POLLIN, .revents = 0};
        const int ready = ::poll(&readable, 1, millisecondsTo(deadline));
        if (ready == 0)
            return std::unexpected(Failure::TooLate);
        const ssize_t count = ready < 0 ? -1 : ::read(m_descriptor, received.end(), received.room());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return std::unexpected(Failure::Busy);
        received.grow(static_cast<std::size_t>(count));
        if (received.reveal().back() == '\n')
            return received;
        if (received.reveal().size() == longestAnswer)
            return std::unexpected(Failure::TooLong);
        if (received.room() == 0)
            received = moved(received, longestAnswer);
    }
}

} // namespace framekey::command
