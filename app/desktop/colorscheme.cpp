// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/colorscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace framekey
{

namespace
{

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString settingsInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");

// Receives the portal's signal, which D-Bus can only deliver to a slot by name.
class SchemeReceiver : public QObject
{
    Q_OBJECT

public:
    SchemeReceiver(QObject *parent, std::function<void(bool)> changed)
        : QObject(parent), m_changed(std::move(changed))
    {
    }

    void take(const QVariant &value)
    {
        constexpr uint preferDark = 1;
        m_changed(value.toUInt() == preferDark);
    }

public Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
    {
        if (group == appearance && key == colorScheme)
            take(value.variant());
    }

private:
    std::function<void(bool)> m_changed;
};

} // namespace

void watchColorScheme(QObject *context, std::function<void(bool)> changed)
{
    auto *receiver = new SchemeReceiver(context, std::move(changed));
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, settingsInterface, QStringLiteral("SettingChanged"), receiver,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call =
        QDBusMessage::createMethodCall(service, path, settingsInterface, QStringLiteral("Read"));
    call.setArguments({appearance, colorScheme});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), receiver);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, receiver, [receiver, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (!reply.isError()) {
            // "Read" wraps its answer twice.
            const QVariant inner = reply.value().variant();
            receiver->take(inner.canConvert<QDBusVariant>() ? inner.value<QDBusVariant>().variant() : inner);
        }
    });
}

} // namespace framekey

#include "colorscheme.moc"
