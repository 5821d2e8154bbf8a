// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/localsocket.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace framekey
{

namespace
{

void makeRoom(int descriptor, qsizetype size)
{
    // The kernel doubles what is asked for, and counts its own bookkeeping with what is written.
    const auto needed = static_cast<int>(2 * size);
    ::setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &needed, sizeof needed);
}

} // namespace

bool LocalSocket::listen(const QString &path)
{
    close();
    sockaddr_un address{};
    const QByteArray name = QFile::encodeName(path);
    if (name.isEmpty() || name.size() >= qsizetype(sizeof address.sun_path))
        return false;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    m_descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    // Before it can be connected to: a mode that is set afterwards comes too late (T12).
    const mode_t before = ::umask(0177);
    const bool bound =
        isOpen() && ::bind(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::umask(before);
    if (bound && ::listen(m_descriptor, SOMAXCONN) == 0)
        return true;
    close();
    return false;
}

LocalSocket::Accepting LocalSocket::accept(LocalSocket &accepted) const
{
    accepted.close();
    accepted.m_descriptor = ::accept4(m_descriptor, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (accepted.isOpen())
        return Accepting::Accepted;
    const bool exhausted = errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM;
    return exhausted ? Accepting::NoDescriptorLeft : Accepting::NobodyThere;
}

LocalSocket::Reading LocalSocket::read(QByteArray &bytes, qsizetype most) const
{
    std::array<char, 4096> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): read into
    const std::size_t wanted = std::min(buffer.size(), static_cast<std::size_t>(most));
    const ssize_t count = ::recv(m_descriptor, buffer.data(), wanted, MSG_DONTWAIT);
    if (count < 0)
        return errno == EAGAIN || errno == EINTR ? Reading::NothingYet : Reading::Ended;
    if (count == 0)
        return Reading::Ended;
    bytes.append(buffer.data(), count);
    ::explicit_bzero(buffer.data(), static_cast<std::size_t>(count)); // a request may hold a code
    return Reading::Some;
}

void LocalSocket::write(const QByteArray &bytes) const
{
    bool mayGrow = true;
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count =
            ::send(m_descriptor, bytes.constData() + sent, static_cast<std::size_t>(bytes.size() - sent),
                   MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count >= 0)
            sent += count;
        else if (errno == EAGAIN && std::exchange(mayGrow, false))
            makeRoom(m_descriptor, bytes.size());
        else if (errno != EINTR)
            return;
    }
}

std::optional<quint64> fileNumber(const QString &path)
{
    struct stat status{};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return status.st_ino;
}

void LocalSocket::close()
{
    if (isOpen())
        ::close(std::exchange(m_descriptor, -1));
}

} // namespace framekey
