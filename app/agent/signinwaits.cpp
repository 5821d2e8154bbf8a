// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/signinwaits.h"

#include <chrono>
#include <memory>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

// A script that asks in a loop shall not bring the window up in a loop, nor wait for what was just cancelled.
constexpr std::chrono::milliseconds betweenAsking = 60s;

// Of a sign-in that has ended without one: by the person's own will.
bool wasCancelled(const SessionSnapshot &session)
{
    return !session.problem || session.problem->kind == Failure::Kind::Denied;
}

bool isLately(const QHash<QString, QDeadlineTimer> &instants, const QString &account)
{
    const auto found = instants.find(account);
    return found != instants.end() && !found->hasExpired();
}

} // namespace

SignInWaits::SignInWaits(SessionWatch &watch, QObject *parent) : QObject(parent), m_watch(watch)
{
}

quint64 SignInWaits::wait(const SessionSnapshot &session, const Requester &requester, Then then)
{
    const QString account = session.accountId;
    const bool isFirst = m_waiting.value(account) == 0 && !isUnderWay(session);
    const bool isRefused = !isUnderWay(session) && isLately(m_cancelledAt, account);
    auto sawSignIn = std::make_shared<bool>(false);
    const auto ended = [sawSignIn, isRefused](const SessionSnapshot &now) {
        *sawSignIn = *sawSignIn || isUnderWay(now);
        return isRefused || now.isUsable() || (*sawSignIn && !isUnderWay(now) && wasCancelled(now));
    };
    const auto number = std::make_shared<quint64>(0);
    *number =
        m_watch.wait(account, ended,
                     [this, account, number, isRefused, then = std::move(then)](const SessionSnapshot *now) {
                         leave(account, *number);
                         if (!now) {
                             then(Outcome::Gone);
                         } else if (now->isUsable()) {
                             then(Outcome::SignedIn);
                         } else {
                             if (!isRefused)
                                 m_cancelledAt[account] = QDeadlineTimer(betweenAsking);
                             then(Outcome::Cancelled);
                         }
                     });
    m_accounts.insert(*number, account);
    ++m_waiting[account];
    if (isFirst && !isRefused && !isLately(m_askedAt, account)) {
        m_askedAt[account] = QDeadlineTimer(betweenAsking);
        Q_EMIT signInWanted(account, requester);
    }
    return *number;
}

void SignInWaits::drop(quint64 number)
{
    m_watch.drop(number);
    leave(m_accounts.value(number), number);
}

void SignInWaits::leave(const QString &accountId, quint64 number)
{
    if (m_accounts.remove(number) > 0)
        --m_waiting[accountId];
}

} // namespace framekey
