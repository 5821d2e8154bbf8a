// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>

#include <expected>

namespace framekey
{

/// A redirect address as registered with the authorization server, taken apart (RFC 8252 7).
struct RedirectUri {
    enum class Kind {
        Loopback,     ///< http on 127.0.0.1, [::1] or localhost: Framekey listens there
        LoopbackTls,  ///< the same over https: Framekey shows the browser a certificate
        CustomScheme, ///< a private-use scheme (RFC 8252 7.1): the desktop hands the address over
        Paste,        ///< it lies elsewhere: the person pastes the address the browser ended at
    };
    enum class Fault { Blank, Malformed, UserInfo, Fragment, Query, HttpElsewhere, UnknownScheme, Port };

    Kind kind = Kind::Paste;
    QString text;                  ///< as it was given
    QString host;                  ///< as written; [::1] with its brackets
    quint16 port = 0;              ///< 0: any free one, put in when the listener is bound
    QString path;                  ///< at least "/"
    QList<QHostAddress> addresses; ///< where to listen: two for localhost
    QString scheme;                ///< of a custom scheme, in lower case; empty otherwise

    /// True where the browser comes back to a port of this computer.
    [[nodiscard]] bool isLoopback() const { return kind == Kind::Loopback || kind == Kind::LoopbackTls; }
    /// The address as it is sent when the listener has got this port.
    [[nodiscard]] QString withPort(quint16 bound) const;
    /// The Host header's only right value on this port.
    [[nodiscard]] QByteArray hostHeader(quint16 bound) const;
    /// What to register at a server that follows RFC 8252 7.3: the address without a free port.
    [[nodiscard]] QString toRegister() const;

    static std::expected<RedirectUri, Fault> parse(const QString &text);
};

} // namespace framekey
