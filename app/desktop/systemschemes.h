// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/desktopentry.h"
#include "session/schemeregistration.h"

#include <QObject>

#include <optional>

namespace framekey
{

/// The desktop's own register of schemes: an entry in this user's applications folder, made the default by
/// xdg-mime(1). Programs run beside the event loop and not for long.
class SystemSchemes : public QObject, public SchemeRegistration
{
    Q_OBJECT

public:
    /// `instance` keeps profiles apart; `program` is what the entries start.
    SystemSchemes(const QString &instance, const EntryProgram &program, QObject *parent = nullptr);

    void ask(const QString &scheme, Told told) override;
    void enter(const QString &scheme, Told told) override;
    void remove(const QString &scheme) override;

private:
    using Printed = std::function<void(const std::optional<QByteArray> &)>;
    /// None where it could not be started or did not end in time.
    void runXdgMime(const QStringList &arguments, const Printed &printed);
    [[nodiscard]] HandOver judge(const QString &scheme, const std::optional<QByteArray> &printed) const;
    [[nodiscard]] QString entryPath(const QString &scheme) const;
    /// The defaults that are lost by an entry of ours.
    [[nodiscard]] QByteArrayList othersDefaults(const QString &scheme) const;

    QString m_instance;
    EntryProgram m_program;
};

} // namespace framekey
