// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/agentwording.h"
#include "agent/agentanswer.h"
#include "agent/agentports.h"

#include <expected>

namespace framekey
{

class Session;

/// The account that an order is about.
struct ChosenAccount {
    Session &session;
    QString id;
    AgentSubject subject;
};

/// By its name or id; an empty one is the default. The error is the answer.
[[nodiscard]] std::expected<ChosenAccount, AgentAnswer> chooseAccount(const AgentPorts &ports,
                                                                      const QString &account);

/// What a failure of an account's is to a script. `isUsable`: it is signed in all the same.
[[nodiscard]] AgentAnswer::Refusal refusalFor(const Failure &failure, bool isUsable);
[[nodiscard]] AgentAnswer refusalOf(const AgentPorts &ports, const Failure &failure,
                                    const ChosenAccount &account);
[[nodiscard]] AgentAnswer refusalOf(const AgentPorts &ports, AgentAnswer::Refusal refusal, AgentCause cause,
                                    const AgentSubject &subject);

} // namespace framekey
