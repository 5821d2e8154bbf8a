// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redirectingbrowser.h"

#include <QUrlQuery>

#include <arpa/inet.h>
#include <cstdio>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace framekey::bench
{

RedirectingBrowser::RedirectingBrowser() : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
}

RedirectingBrowser::~RedirectingBrowser()
{
    ::close(m_socket);
}

Clock::time_point RedirectingBrowser::comeBackFrom(const QUrl &authorizationUrl) const
{
    const QUrlQuery asked(authorizationUrl);
    const QUrl redirect(asked.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
    const QByteArray request =
        "GET " + redirect.path().toLatin1() +
        "?code=c0de&state=" + asked.queryItemValue(QStringLiteral("state")).toLatin1() +
        " HTTP/1.1\r\nHost: " + redirect.authority().toLatin1() + "\r\nAccept: text/html\r\n\r\n";
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(redirect.port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);

    const auto start = Clock::now();
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::send(m_socket, request.constData(), static_cast<std::size_t>(request.size()), 0) != request.size())
        std::perror("framekey-bench-redirect: the redirect cannot be followed");
    return start;
}

} // namespace framekey::bench
