// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/accountorders.h"

#include "accounts/accountlist.h"
#include "oauth/printabletext.h"

#include <algorithm>

namespace framekey
{

using Order = AgentRequest::Order;
using Refusal = AgentAnswer::Refusal;

AccountOrders::AccountOrders(const AgentPorts &ports) : m_ports(ports)
{
}

bool AccountOrders::carryOut(const AgentCallPtr &call)
{
    const Order order = call->request().order;
    if (order != Order::Remove && order != Order::Rename && order != Order::Default)
        return false;
    const auto chosen = chooseAccount(m_ports, call->request().account);
    if (!chosen) {
        call->answer(chosen.error());
        return true;
    }
    AgentAnswer answer{.content = {{QStringLiteral("account"), chosen->subject.name}}};
    if (order == Order::Remove)
        m_ports.accounts.remove(chosen->id);
    else if (order == Order::Default)
        m_ports.accounts.setDefault(chosen->id);
    else
        answer = rename(*chosen, call->request().name.trimmed());
    call->answer(answer);
    return true;
}

AgentAnswer AccountOrders::rename(const ChosenAccount &account, const QString &name) const
{
    if (const auto fault = nameFault(m_ports.accounts, name, account.id))
        return refusalOf(m_ports, Refusal::Faulty, *fault, {.name = name});
    auto settings = m_ports.accounts.find(account.id);
    settings->name = name;
    m_ports.accounts.put(*settings, std::nullopt);
    return {.content = {{QStringLiteral("account"), name}}};
}

std::optional<AgentCause> nameFault(const AccountList &accounts, const QString &name, const QString &id)
{
    constexpr qsizetype longest = 100;
    if (name.isEmpty() || name.size() > longest || !isPrintable(name))
        return AgentCause::BadName;
    const auto all = accounts.accounts();
    const bool taken = std::ranges::any_of(all, [&](const AccountSettings &settings) {
        return settings.id != id && (settings.name == name || settings.id == name);
    });
    return taken ? std::optional(AgentCause::NameTaken) : std::nullopt;
}

} // namespace framekey
