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

// A script that asks in a loop shall not bring the window up in a loop.
constexpr std::chrono::milliseconds betweenAsking = 60s;

bool isUnderWay(const SessionSnapshot &session)
{
    return session.waiting || session.question;
}

// Of a sign-in that has ended without one: by the person's own will.
bool wasCancelled(const SessionSnapshot &session)
{
    return !session.problem || session.problem->kind == Failure::Kind::Denied;
}

} // namespace

SignInWaits::SignInWaits(SessionWatch &watch, QObject *parent) : QObject(parent), m_watch(watch)
{
}

quint64 SignInWaits::wait(const SessionSnapshot &session, const Requester &requester, Then then)
{
    const QString account = session.accountId;
    const bool isFirst = m_waiting.value(account) == 0 && !isUnderWay(session);
    auto sawSignIn = std::make_shared<bool>(false);
    const auto ended = [sawSignIn](const SessionSnapshot &now) {
        *sawSignIn = *sawSignIn || isUnderWay(now);
        return now.isUsable() || (*sawSignIn && !isUnderWay(now) && wasCancelled(now));
    };
    const auto number = std::make_shared<quint64>(0);
    *number = m_watch.wait(account, ended,
                           [this, account, number, then = std::move(then)](const SessionSnapshot *now) {
                               leave(account, *number);
                               if (!now)
                                   then(Outcome::Gone);
                               else
                                   then(now->isUsable() ? Outcome::SignedIn : Outcome::Cancelled);
                           });
    m_accounts.insert(*number, account);
    ++m_waiting[account];
    const bool askedLately = m_askedAt.contains(account) && !m_askedAt[account].hasExpired();
    if (isFirst && !askedLately) {
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
