// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/failure.h"

namespace framekey
{

QString shownServerCode(const QString &text)
{
    constexpr qsizetype longest = 64;
    QString shown;
    for (const QChar c : text.left(longest))
        shown += c.unicode() >= 0x20 && c.unicode() <= 0x7e ? c : u'?';
    return shown;
}

} // namespace framekey
