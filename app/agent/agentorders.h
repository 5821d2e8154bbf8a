// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/accountorders.h"
#include "agent/agentcall.h"
#include "agent/agentports.h"
#include "agent/chain.h"
#include "agent/signinorders.h"
#include "agent/signinwaits.h"
#include "agent/signoutorder.h"

#include <QObject>

namespace framekey
{

/// Carries out what scripts ask of accounts. Orders about the program itself (its window, its end) are not
/// its own.
class AgentOrders : public QObject
{
    Q_OBJECT

public:
    explicit AgentOrders(const AgentPorts &ports, QObject *parent = nullptr);
    ~AgentOrders() override;

    /// False where the order is none of these; then nothing has happened.
    [[nodiscard]] bool carryOut(const AgentCallPtr &call);

    /// See `chooseAccount`.
    [[nodiscard]] std::expected<ChosenAccount, AgentAnswer> choose(const QString &account) const
    {
        return chooseAccount(m_ports, account);
    }

Q_SIGNALS:
    /// A caller waits for the person to sign in: the window is to come up on this account.
    void signInWanted(const QString &accountId, const framekey::Requester &requester);

private:
    void status(const AgentCallPtr &call);

    AgentPorts m_ports;
    SessionWatch m_watch;
    SignInWaits m_signInWaits;
    SignInOrders m_signIns;
    SignOutOrder m_signOuts;
    AccountOrders m_accountOrders;
    ChainOrders m_chains;
};

} // namespace framekey
