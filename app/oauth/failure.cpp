// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/failure.h"

namespace framekey
{

bool Failure::isTemporary() const
{
    if (kind != Kind::Protocol)
        return kind == Kind::Network || kind == Kind::Server;
    const bool isNoRefusal = httpStatus == 0 || httpStatus == 200;
    return detail == Detail::NotJson || detail == Detail::Redirected || detail == Detail::TooLarge ||
           detail == Detail::NoAccessToken || detail == Detail::UnusableToken ||
           (detail == Detail::WrongAnswer && isNoRefusal);
}

QString shownServerCode(const QString &text)
{
    constexpr qsizetype longest = 64;
    QString shown;
    for (const QChar c : text.left(longest))
        shown += c.unicode() >= 0x20 && c.unicode() <= 0x7e ? c : u'?';
    return shown;
}

} // namespace framekey
