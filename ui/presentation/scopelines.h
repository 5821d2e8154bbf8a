// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountsettings.h"
#include "session/sessionsnapshot.h"

#include <QString>
#include <QStringList>

namespace framekey
{

/// One scope in a list: its mark, its plain words, and the token that stands beside them.
struct ScopeLine {
    enum class Mark {
        Granted,    ///< green tick
        WasGranted, ///< grey tick
        WillAsk,    ///< grey ring
        Added,      ///< plus
        Dropped,    ///< cross
        NotGranted, ///< dash: asked for, not granted
        NotTold,    ///< grey ring: asked for, and the server does not tell
    };

    Mark mark = Mark::WillAsk;
    QString token;
    QString words;          ///< "Create comments: asked for, not granted"
    QString accessibleName; ///< "Create comments: asked for, not granted, comment.create"

    friend bool operator==(const ScopeLine &, const ScopeLine &) = default;
};
using ScopeLines = QList<ScopeLine>;

/// Plain words for a scope token; the token's own where the provider's data does not know it.
[[nodiscard]] QString scopeWords(const Provider *provider, const QString &token);

/// What was granted (or, with a sign-in that has ended, was), then what was asked for and not granted.
[[nodiscard]] ScopeLines grantedLines(const SessionSnapshot &snapshot, const Provider *provider);
/// What a sign-in will ask for.
[[nodiscard]] ScopeLines askedLines(const QStringList &scope, const Provider *provider);
/// What a re-authorization changes: kept and added in the order asked for, then dropped.
[[nodiscard]] ScopeLines changeLines(const QStringList &granted, const QStringList &wanted,
                                     const Provider *provider);
/// True where renewal by itself would end with the change.
[[nodiscard]] bool losesRenewal(const QStringList &granted, const QStringList &wanted,
                                const Provider *provider);

} // namespace framekey
