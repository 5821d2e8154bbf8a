// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/accountchoice.h"
#include "agent/agentcall.h"
#include "agent/sessionwatch.h"

namespace framekey
{

/// The order to sign out: answered when it is known what became of the tokens, or after 5 s.
class SignOutOrder
{
public:
    /// Both outlive it.
    SignOutOrder(const AgentPorts &ports, SessionWatch &watch);

    /// False where the order is another.
    bool carryOut(const AgentCallPtr &call);

private:
    void signOut(const AgentCallPtr &call, const ChosenAccount &account);
    void answer(const AgentCallPtr &call, const SessionSnapshot &session) const;

    const AgentPorts &m_ports;
    SessionWatch &m_watch;
};

} // namespace framekey
