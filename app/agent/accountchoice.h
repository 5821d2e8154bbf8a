// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/agentwording.h"
#include "agent/agentanswer.h"
#include "agent/agentports.h"

#include <chrono>
#include <expected>

namespace framekey
{

class Session;

/// No token is good enough for this `minValid`: it is renewed, where that is allowed at all.
inline constexpr std::chrono::seconds longerThanAnyLives = std::chrono::hours(24 * 365 * 100);

/// The account that an order is about.
struct ChosenAccount {
    Session &session;
    QString id;
    AgentSubject subject;
};

/// By its id, else by its name; an empty one is the default. The error is the answer.
[[nodiscard]] std::expected<ChosenAccount, AgentAnswer> chooseAccount(const AgentPorts &ports,
                                                                      const QString &account);

/// Why there is no token, from what the session failed with.
[[nodiscard]] AgentAnswer::Refusal refusalOfToken(const Failure &failure);
/// What a sign-in that came to nothing is to whoever waited for it.
[[nodiscard]] AgentAnswer::Refusal refusalOfSignIn(const Failure &failure);
[[nodiscard]] AgentAnswer refusalOf(const AgentPorts &ports, AgentAnswer::Refusal refusal,
                                    const Failure &failure, const AgentSubject &subject);
[[nodiscard]] AgentAnswer refusalOf(const AgentPorts &ports, AgentAnswer::Refusal refusal, AgentCause cause,
                                    const AgentSubject &subject);

} // namespace framekey
