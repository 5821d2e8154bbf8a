// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/notification.h"

#include <QDBusConnection>
#include <QDBusMessage>

namespace framekey
{

void notify(const QString &title, const QString &text)
{
    constexpr uint replacesNone = 0;
    constexpr int defaultExpiry = -1;
    const QString service = QStringLiteral("org.freedesktop.Notifications");
    // The text may be read as markup, and some of it is what scripts say of themselves.
    QDBusMessage call = QDBusMessage::createMethodCall(
        service, QStringLiteral("/org/freedesktop/Notifications"), service, QStringLiteral("Notify"));
    call.setArguments({QStringLiteral("Framekey"), replacesNone, QStringLiteral("framekey"), title,
                       text.toHtmlEscaped(), QStringList(), QVariantMap(), defaultExpiry});
    QDBusConnection::sessionBus().send(call);
}

} // namespace framekey
