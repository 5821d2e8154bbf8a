// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/chainfinding.h"
#include "agent/accountchoice.h"
#include "agent/agentcall.h"

#include <functional>
#include <memory>
#include <vector>

namespace framekey
{

class SessionWatch;

/// One trying of the chain's links, at the same time, and their answer in the chain's order. Lives until the
/// last one has told.
class Chain : public std::enable_shared_from_this<Chain>
{
public:
    /// `place` among those that are open, given back with it.
    Chain(const AgentPorts &ports, AgentCallPtr call, AgentSubject subject, std::shared_ptr<void> place);

    /// A link that is known at once.
    void add(const ChainFinding &finding);
    /// Room for one that will tell later, through this and once.
    using Tell = std::function<void(const ChainFinding &)>;
    [[nodiscard]] Tell later();
    /// All links have been begun: answers when all have told.
    void begun();

private:
    void answerIfDone();

    const AgentPorts &m_ports;
    AgentCallPtr m_call;
    AgentSubject m_subject;
    std::shared_ptr<void> m_place;
    std::vector<ChainFinding> m_findings;
    int m_pending = 1; ///< the beginning itself
};

using ChainPtr = std::shared_ptr<Chain>;

/// The orders `check` and `doctor`: each asks servers and keychain, so only so many at once.
class ChainOrders
{
public:
    static constexpr long mostAtOnce = 4;

    /// They outlive it.
    ChainOrders(const AgentPorts &ports, SessionWatch &watch);

    /// False where the order is none of these.
    bool carryOut(const AgentCallPtr &call);

private:
    using Follow = std::function<void(const ChosenAccount &)>;

    /// From the event loop, when what is kept has been read: before that nothing is known.
    void whenLoaded(const AgentCallPtr &call, const QString &accountId, const Follow &then) const;
    using Place = std::shared_ptr<void>;
    void check(const AgentCallPtr &call, const ChosenAccount &account, const Place &place) const;
    /// Renews, for only that shows that it can be; then what depends on it.
    void checkRenewal(const ChainPtr &chain, const AgentCallPtr &call, const ChosenAccount &account) const;
    void doctor(const AgentCallPtr &call, const ChosenAccount &account, const Place &place) const;
    void doctorWithoutAccount(const AgentCallPtr &call, const Place &place) const;

    const AgentPorts &m_ports;
    SessionWatch &m_watch;
    Place m_places = std::make_shared<int>(); ///< everybody who holds it is a chain that is open
};

} // namespace framekey
