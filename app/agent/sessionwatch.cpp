// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/sessionwatch.h"

#include "accounts/accountlist.h"
#include "session/session.h"

#include <utility>

namespace framekey
{

SessionWatch::SessionWatch(AccountList &accounts, QObject *parent) : QObject(parent), m_accounts(accounts)
{
    connect(&accounts, &AccountList::accountsChanged, this, &SessionWatch::noticeRemovals);
}

SessionWatch::~SessionWatch() = default;

quint64 SessionWatch::wait(const QString &accountId, Until until, Then then)
{
    const quint64 number = ++m_lastNumber;
    Wait &wait = m_waits[number];
    wait = {.accountId = accountId, .until = std::move(until), .then = std::move(then), .connection = {}};
    if (Session *session = m_accounts.session(accountId)) {
        wait.connection =
            connect(session, &Session::snapshotChanged, this,
                    [this, number](const SessionSnapshot &snapshot) { look(number, snapshot); });
        look(number, session->snapshot());
    } else {
        end(number);
    }
    return number;
}

void SessionWatch::drop(quint64 number)
{
    const auto found = m_waits.find(number);
    if (found == m_waits.end())
        return;
    disconnect(found->second.connection);
    m_waits.erase(found);
}

void SessionWatch::look(quint64 number, const SessionSnapshot &snapshot)
{
    const auto found = m_waits.find(number);
    if (found != m_waits.end() && !found->second.isOver && found->second.until(snapshot))
        end(number);
}

void SessionWatch::end(quint64 number)
{
    Wait &wait = m_waits.at(number);
    wait.isOver = true;
    disconnect(wait.connection);
    QMetaObject::invokeMethod(this, [this, number] { follow(number); }, Qt::QueuedConnection);
}

void SessionWatch::follow(quint64 number)
{
    const auto found = m_waits.find(number);
    if (found == m_waits.end())
        return;
    const Wait wait = std::move(found->second);
    m_waits.erase(found);
    const Session *session = m_accounts.session(wait.accountId);
    wait.then(session ? &session->snapshot() : nullptr);
}

void SessionWatch::noticeRemovals()
{
    for (const auto &[number, wait] : m_waits) {
        if (!wait.isOver && !m_accounts.session(wait.accountId))
            end(number);
    }
}

} // namespace framekey
