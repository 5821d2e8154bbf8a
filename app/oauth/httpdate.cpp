// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/httpdate.h"

#include <QLocale>
#include <QTimeZone>

namespace framekey
{

std::optional<QDateTime> parseHttpDate(const QByteArray &value)
{
    // Not Qt::RFC2822Date, which takes GMT for no offset that it knows.
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(value).trimmed(),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeZone(QTimeZone::utc());
    return date;
}

} // namespace framekey
