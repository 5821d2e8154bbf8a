// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentorders.h"

#include "accounts/accountlist.h"
#include "agent/accountchoice.h"
#include "agent/statusdocument.h"
#include "agent/tokenorder.h"
#include "session/clock.h"
#include "session/session.h"

#include <QJsonArray>

namespace framekey
{

using Order = AgentRequest::Order;

AgentOrders::AgentOrders(const AgentPorts &ports, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
    , m_watch(ports.accounts)
    , m_signInWaits(m_watch)
    , m_signIns(m_ports, m_watch)
    , m_signOuts(m_ports, m_watch)
    , m_accountOrders(m_ports)
    , m_chains(m_ports, m_watch)
{
    connect(&m_signInWaits, &SignInWaits::signInWanted, this, &AgentOrders::signInWanted);
}

AgentOrders::~AgentOrders() = default;

bool AgentOrders::carryOut(const AgentCallPtr &call)
{
    switch (call->request().order) {
    case Order::Token:
        std::make_shared<TokenOrder>(m_ports, m_signInWaits, call)->start();
        return true;
    case Order::Status:
        status(call);
        return true;
    default:
        return m_signIns.carryOut(call) || m_signOuts.carryOut(call) || m_accountOrders.carryOut(call) ||
               m_chains.carryOut(call);
    }
}

void AgentOrders::status(const AgentCallPtr &call)
{
    QJsonArray shown;
    const auto accounts = m_ports.accounts.accounts();
    for (const AccountSettings &settings : accounts) {
        const SessionSnapshot &session = m_ports.accounts.session(settings.id)->snapshot();
        const AgentSubject subject{.name = settings.name,
                                   .service = session.providerName,
                                   .isDefault = settings.id == m_ports.accounts.defaultId(),
                                   .id = settings.id};
        const auto problem = problemOf(session);
        const AgentAdvice advice = problem ? m_ports.wording.failure(*problem, subject) : AgentAdvice{};
        shown.append(accountStatus(session, subject.isDefault, advice, m_ports.clock.nowUtc()));
    }
    call->answer({.content = {{QStringLiteral("accounts"), shown}}});
}

} // namespace framekey
