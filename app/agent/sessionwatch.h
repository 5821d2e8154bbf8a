// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sessionsnapshot.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>

namespace framekey
{

class AccountList;

/// A sign-in is under way, or asks the person something.
[[nodiscard]] inline bool isUnderWay(const SessionSnapshot &session)
{
    return session.waiting || session.question;
}

/// Orders that wait for an account to come to something. What follows runs later from the event loop, never
/// from within a session's own signal.
class SessionWatch : public QObject
{
    Q_OBJECT

public:
    /// Asked of every snapshot, the present one first; true ends the wait.
    using Until = std::function<bool(const SessionSnapshot &)>;
    /// Null: the account is gone.
    using Then = std::function<void(const SessionSnapshot *)>;

    /// The list outlives it.
    explicit SessionWatch(AccountList &accounts, QObject *parent = nullptr);
    ~SessionWatch() override;

    quint64 wait(const QString &accountId, Until until, Then then);
    /// The order waits no more, and nothing follows.
    void drop(quint64 number);

private:
    struct Wait {
        QString accountId;
        Until until;
        Then then;
        QMetaObject::Connection connection;
        bool isOver = false;
    };

    void look(quint64 number, const SessionSnapshot &snapshot);
    void end(quint64 number);
    void follow(quint64 number);
    void noticeRemovals();

    AccountList &m_accounts;
    std::map<quint64, Wait> m_waits;
    quint64 m_lastNumber = 0;
};

} // namespace framekey
