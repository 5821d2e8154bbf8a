// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/display.h"

#include <QByteArray>
#include <QList>
#include <QStringBuilder>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace framekey
{

namespace
{

constexpr int firstXPort = 6000;

bool connects(const sockaddr *address, socklen_t length, int flags)
{
    const int descriptor = ::socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC | flags, 0);
    if (descriptor < 0)
        return false;
    // EAGAIN: somebody listens, and many wait.
    const bool answers = ::connect(descriptor, address, length) == 0 || errno == EAGAIN;
    ::close(descriptor);
    return answers;
}

/// A path, or a name in the abstract space, which begins with a zero.
bool socketAnswers(const QByteArray &name)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.isEmpty() || name.size() >= qsizetype(sizeof address.sun_path))
        return false;
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    const auto length = offsetof(sockaddr_un, sun_path) + static_cast<std::size_t>(name.size());
    return connects(reinterpret_cast<const sockaddr *>(&address), static_cast<socklen_t>(length),
                    SOCK_NONBLOCK);
}

/// Of this computer: connecting waits for nothing.
bool portAnswers(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<in_port_t>(port));
    sockaddr_in6 sixth{};
    sixth.sin6_family = AF_INET6;
    sixth.sin6_addr = in6addr_loopback;
    sixth.sin6_port = address.sin_port;
    return connects(reinterpret_cast<const sockaddr *>(&address), sizeof address, 0) ||
           connects(reinterpret_cast<const sockaddr *>(&sixth), sizeof sixth, 0);
}

/// `[HOST]:N[.SCREEN]`, see X(7).
bool xAnswers(const QByteArray &display)
{
    const qsizetype colon = display.lastIndexOf(':');
    bool isNumber = false;
    const int number = display.mid(colon + 1).split('.').first().toInt(&isNumber);
    if (colon < 0 || !isNumber || number < 0)
        return false;
    const QByteArray host = display.left(colon);
    if (host.isEmpty() || host == "unix") {
        const QByteArray path = "/tmp/.X11-unix/X" + QByteArray::number(number);
        return socketAnswers(path) || socketAnswers(QByteArray(1, '\0') + path);
    }
    if (host == "localhost" || host == "127.0.0.1" || host == "[::1]")
        return number <= 65535 - firstXPort && portAnswers(firstXPort + number);
    return true;
}

bool waylandAnswers(const QByteArray &display)
{
    if (display.isEmpty() || display.startsWith('/'))
        return socketAnswers(display);
    const QByteArray folder = qgetenv("XDG_RUNTIME_DIR");
    return !folder.isEmpty() && socketAnswers(folder + '/' + display);
}

} // namespace

bool displayAnswers()
{
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (!platform.isEmpty() && !platform.startsWith("xcb") && !platform.startsWith("wayland"))
        return true;
    return waylandAnswers(qgetenv("WAYLAND_DISPLAY")) || xAnswers(qgetenv("DISPLAY"));
}

} // namespace framekey
