// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/chain.h"
#include "session/tokencallers.h"

#include <chrono>
#include <optional>

namespace framekey
{

// Each tries one link of an account's chain and adds what came of it, at once or later.

/// The settings hold what a sign-in needs.
void trySettings(Chain &chain, const AgentPorts &ports, const ChosenAccount &account);
/// Something is written, read back and removed. Null: no account's sign-in is looked at.
void tryKeychain(Chain &chain, const AgentPorts &ports, const ChosenAccount *account);
/// It is at hand, where the account has one.
void tryClientSecret(Chain &chain, const ChosenAccount &account);
/// There is a program that opens addresses.
void tryBrowser(Chain &chain, const AgentPorts &ports);
/// What the browser comes back to: a free port, a certificate, a registered scheme.
void tryRedirect(Chain &chain, const AgentPorts &ports, const ChosenAccount &account);
/// Somebody is signed in.
void trySignIn(Chain &chain, const AgentPorts &ports, const ChosenAccount &account);
/// What came of a renewal that was asked for; not twice in 30 s.
[[nodiscard]] ChainFinding renewalFinding(const Outcome<AccessToken> &token, bool renewable);
/// A sign-in that is renewed goes on that long, as far as it can be known.
void tryLasting(Chain &chain, const AgentPorts &ports, const ChosenAccount &account,
                std::optional<std::chrono::seconds> wanted);
/// All of these were granted.
void tryScopes(Chain &chain, const ChosenAccount &account, const QStringList &wanted);
/// The person can be asked.
void tryWindow(Chain &chain, const AgentPorts &ports);

} // namespace framekey
