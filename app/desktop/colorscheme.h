// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusVariant;

namespace framekey
{

/// Asks the desktop's portal (org.freedesktop.appearance color-scheme) whether dark is preferred, and goes on
/// telling of changes. Without a portal nothing is told.
class PortalColorScheme : public QObject
{
    Q_OBJECT

public:
    explicit PortalColorScheme(QObject *parent = nullptr);

Q_SIGNALS:
    void told(bool preferDark);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void tell(const QVariant &value);
};

} // namespace framekey
