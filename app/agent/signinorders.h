// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/accountchoice.h"
#include "agent/agentcall.h"
#include "agent/sessionwatch.h"

namespace framekey
{

/// The orders that begin a sign-in, wait for it and end it; and the one that renews.
class SignInOrders
{
public:
    /// Both outlive it.
    SignInOrders(const AgentPorts &ports, SessionWatch &watch);

    /// False where the order is none of these.
    bool carryOut(const AgentCallPtr &call);

private:
    void signIn(const AgentCallPtr &call, const ChosenAccount &account);
    void begin(const AgentCallPtr &call, const ChosenAccount &account);
    void await(const AgentCallPtr &call, const ChosenAccount &account);
    void paste(const AgentCallPtr &call, const ChosenAccount &account) const;
    void cancel(const AgentCallPtr &call, const ChosenAccount &account) const;
    void refresh(const AgentCallPtr &call, const ChosenAccount &account) const;
    /// `then` with the account, unless it has gone or the caller has.
    void when(const AgentCallPtr &call, const ChosenAccount &account, SessionWatch::Until until,
              const std::function<void(const ChosenAccount &)> &then);
    [[nodiscard]] AgentAnswer endOf(const ChosenAccount &account, const SessionSnapshot &before,
                                    bool sawSignIn) const;

    const AgentPorts &m_ports;
    SessionWatch &m_watch;
};

} // namespace framekey
