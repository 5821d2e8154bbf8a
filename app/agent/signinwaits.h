// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/requester.h"
#include "agent/sessionwatch.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>

#include <functional>

namespace framekey
{

/// Callers that wait for the person to sign in. The person is asked once for any number of them; a sign-in
/// that is under way already is joined.
class SignInWaits : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        SignedIn,
        Cancelled, ///< the sign-in that was waited for was denied or cancelled
        Gone,      ///< the account is
    };
    using Then = std::function<void(Outcome)>;

    explicit SignInWaits(SessionWatch &watch, QObject *parent = nullptr);

    quint64 wait(const SessionSnapshot &session, const Requester &requester, Then then);
    void drop(quint64 number);

Q_SIGNALS:
    /// The person is needed: the window is to come up on this account.
    void signInWanted(const QString &accountId, const framekey::Requester &requester);

private:
    void leave(const QString &accountId, quint64 number);

    SessionWatch &m_watch;
    QHash<QString, qsizetype> m_waiting;          ///< how many, by account
    QHash<quint64, QString> m_accounts;           ///< by number
    QHash<QString, QDeadlineTimer> m_askedAt;     ///< by account: until when the person was asked lately
    QHash<QString, QDeadlineTimer> m_cancelledAt; ///< the same of when a sign-in was cancelled
};

} // namespace framekey
