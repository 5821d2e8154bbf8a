// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/redirecturi.h"

#include <QUrl>

#include <algorithm>

namespace framekey
{

namespace
{

bool isLoopbackLiteral(const QUrl &url)
{
    return url.host() == u"127.0.0.1" || url.host() == u"::1" || url.host() == u"localhost";
}

QList<QHostAddress> loopbackAddresses(const QString &host)
{
    const QHostAddress v4(QHostAddress::LocalHost);
    const QHostAddress v6(QHostAddress::LocalHostIPv6);
    if (host == u"127.0.0.1")
        return {v4};
    return host == u"::1" ? QList<QHostAddress>{v6} : QList<QHostAddress>{v4, v6};
}

QString schemeOf(RedirectUri::Kind kind)
{
    return kind == RedirectUri::Kind::LoopbackTls ? QStringLiteral("https") : QStringLiteral("http");
}

quint16 standardPort(RedirectUri::Kind kind)
{
    return kind == RedirectUri::Kind::LoopbackTls ? 443 : 80;
}

// RFC 8252 7.1: a domain name in reverse order; `adobe+<hash>` is Adobe's own form. A scheme of one plain
// word is somebody's already (http, file, mailto, javascript), or will be.
bool isPrivateUseScheme(const QString &scheme)
{
    return scheme.contains(u'.') || scheme.contains(u'+');
}

// It becomes part of a file's name and of the desktop's settings, and is compared byte by byte.
bool isCustomSchemeText(const QUrl &url, const QString &text)
{
    constexpr qsizetype longestScheme = 100;
    const bool isAscii =
        std::ranges::all_of(text, [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
    return isAscii && url.scheme().size() <= longestScheme && text.size() > url.scheme().size() + 1;
}

} // namespace

std::expected<RedirectUri, RedirectUri::Fault> RedirectUri::parse(const QString &text)
{
    if (text.trimmed().isEmpty())
        return std::unexpected(Fault::Blank);
    // QUrl says "invalid" of a port out of range, and that deserves its own word. Further on in its text
    // comes the whole address, taken apart.
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return std::unexpected(url.errorString().startsWith(u"Invalid port") ? Fault::Port
                                                                             : Fault::Malformed);
    const bool isHttp = url.scheme() == u"http" || url.scheme() == u"https";
    if (!isHttp && !isPrivateUseScheme(url.scheme()))
        return std::unexpected(url.scheme().isEmpty() ? Fault::Malformed : Fault::UnknownScheme);
    if (isHttp ? url.host().isEmpty() : !isCustomSchemeText(url, text))
        return std::unexpected(Fault::Malformed);
    if (!url.userInfo().isEmpty())
        return std::unexpected(Fault::UserInfo);
    if (url.hasFragment())
        return std::unexpected(Fault::Fragment);
    if (url.hasQuery())
        return std::unexpected(Fault::Query);

    RedirectUri uri;
    uri.text = text;
    uri.path = url.path(QUrl::FullyEncoded).isEmpty() ? QStringLiteral("/") : url.path(QUrl::FullyEncoded);
    uri.host = url.host().contains(u':') ? u'[' + url.host() + u']' : url.host();
    if (!isHttp) {
        uri.kind = Kind::CustomScheme;
        uri.scheme = url.scheme();
        return uri;
    }
    const bool secure = url.scheme() == u"https";
    if (!isLoopbackLiteral(url))
        return secure ? std::expected<RedirectUri, Fault>(uri) : std::unexpected(Fault::HttpElsewhere);
    uri.kind = secure ? Kind::LoopbackTls : Kind::Loopback;
    // No port in the address is the scheme's own short form (RFC 9110 4.2), which an ordinary user cannot
    // bind.
    uri.port = static_cast<quint16>(url.port(standardPort(uri.kind)));
    uri.addresses = loopbackAddresses(url.host());
    return uri;
}

QString RedirectUri::withPort(quint16 bound) const
{
    return isLoopback() && port == 0
               ? QStringLiteral("%1://%2:%3%4").arg(schemeOf(kind), host, QString::number(bound), path)
               : text;
}

QByteArray RedirectUri::hostHeader(quint16 bound) const
{
    return bound == standardPort(kind) ? host.toLatin1() : host.toLatin1() + ':' + QByteArray::number(bound);
}

QString RedirectUri::toRegister() const
{
    return isLoopback() && port == 0 ? QStringLiteral("%1://%2%3").arg(schemeOf(kind), host, path) : text;
}

} // namespace framekey
