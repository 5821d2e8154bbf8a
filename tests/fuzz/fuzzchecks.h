// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fuzz.h"

#include "oauth/clientregistration.h"
#include "oauth/failure.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>
#include <QUrl>

#include <algorithm>

// What several targets assert, told apart anew: a check that the parser itself makes would be lost with it.
namespace framekey::test
{

[[nodiscard]] inline bool isVisibleAscii(const QByteArray &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= 0x21 && c <= 0x7e; });
}

/// RFC 6749 3.3, without the comma that some servers separate by, and within what is shown.
[[nodiscard]] inline bool isShownScope(const QString &token)
{
    return token.size() <= 128 && isVisibleAscii(token.toUtf8()) && !token.contains(u'"') &&
           !token.contains(u'\\') && !token.contains(u',');
}

/// One line for a window or a terminal.
[[nodiscard]] inline bool isShownLine(const QString &text, qsizetype longest)
{
    return text.size() <= longest &&
           std::ranges::all_of(text.toUcs4(), [](char32_t c) { return QChar::isPrint(c); });
}

/// https, or http on this computer; no user, no fragment (T8).
[[nodiscard]] inline bool isSafeAddress(const QUrl &url)
{
    const QString host = url.host();
    const bool isHere = host == u"localhost" || QHostAddress(host).isLoopback();
    return url.isValid() && !host.isEmpty() && url.userInfo().isEmpty() && !url.hasFragment() &&
           (url.scheme() == u"https" || (url.scheme() == u"http" && isHere));
}

inline void checkServerCode(const Failure &failure)
{
    mustHold(failure.serverCode.size() <= 64, "a server's code is at most 64 characters");
    const bool isPlain =
        std::ranges::all_of(failure.serverCode, [](QChar c) { return c >= u' ' && c <= u'~'; });
    mustHold(isPlain, "a server's code is printable ASCII (T7)");
}

} // namespace framekey::test
