// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/accountchoice.h"
#include "agent/agentcall.h"

namespace framekey
{

/// The orders that change the list of accounts.
class AccountOrders
{
public:
    /// They outlive it.
    explicit AccountOrders(const AgentPorts &ports);

    /// False where the order is none of these.
    bool carryOut(const AgentCallPtr &call);

private:
    [[nodiscard]] AgentAnswer rename(const ChosenAccount &account, const QString &name) const;

    const AgentPorts &m_ports;
};

/// What keeps an account from having this name; none: nothing. `id`: the account's; empty: a new one's.
[[nodiscard]] std::optional<AgentCause> nameFault(const AccountList &accounts, const QString &name,
                                                  const QString &id);

} // namespace framekey
