// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/signoutorder.h"

#include "agent/wirewords.h"
#include "session/session.h"

#include <QTimer>

#include <chrono>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr auto patience = 5s;

using Revocation = SessionSnapshot::Receipt::Revocation;
constexpr WireWords<Revocation, 6> revocations{{{Revocation::NothingToRevoke, "nothing"},
                                                {Revocation::Unread, "unread"},
                                                {Revocation::Unsupported, "unsupported"},
                                                {Revocation::Pending, "pending"},
                                                {Revocation::Revoked, "revoked"},
                                                {Revocation::Failed, "failed"}}};

} // namespace

SignOutOrder::SignOutOrder(const AgentPorts &ports, SessionWatch &watch) : m_ports(ports), m_watch(watch)
{
}

bool SignOutOrder::carryOut(const AgentCallPtr &call)
{
    if (call->request().order != AgentRequest::Order::SignOut)
        return false;
    const auto chosen = chooseAccount(m_ports, call->request().account);
    if (!chosen) {
        call->answer(chosen.error());
        return true;
    }
    // What the keychain has not told yet could not be revoked.
    m_watch.wait(
        chosen->id, [](const SessionSnapshot &now) { return now.state != SessionSnapshot::State::Starting; },
        [this, call, id = chosen->id](const SessionSnapshot *) {
            if (const auto loaded = chooseAccount(m_ports, id))
                signOut(call, *loaded);
            else
                call->answer(loaded.error());
        });
    return true;
}

// Also where the caller has left: the order was given.
void SignOutOrder::signOut(const AgentCallPtr &call, const ChosenAccount &account)
{
    account.session.signOut();
    const auto isSettled = [](const SessionSnapshot &now) {
        return now.receipt && now.receipt->revocation != Revocation::Pending;
    };
    const quint64 number = m_watch.wait(account.id, isSettled, [this, call](const SessionSnapshot *settled) {
        if (settled)
            answer(call, *settled);
    });
    QTimer::singleShot(patience, &m_watch, [this, call, number, id = account.id] {
        m_watch.drop(number);
        if (const auto chosen = chooseAccount(m_ports, id); call->isOpen() && chosen)
            answer(call, chosen->session.snapshot());
    });
}

void SignOutOrder::answer(const AgentCallPtr &call, const SessionSnapshot &session) const
{
    const SessionSnapshot::Receipt pending{.revocation = Revocation::Pending};
    const auto receipt = session.receipt.value_or(pending);
    AgentAnswer answer{.content = {{QStringLiteral("account"), session.accountName},
                                   {QStringLiteral("revocation"), wordOf(revocations, receipt.revocation)}}};
    if (!receipt.keychainCleared)
        answer.content.insert(QStringLiteral("note"), m_ports.wording.keychainNotCleared());
    call->answer(answer);
}

} // namespace framekey
