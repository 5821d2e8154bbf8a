// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/chain.h"

namespace framekey
{

/// Asks the authorization server, the token endpoint's host and the API's for nothing (HEAD /), and so tries
/// DNS, proxy, connection and TLS; what it says of the time tells how far the clock is off. No secret is
/// sent.
void tryNetwork(Chain &chain, const AgentPorts &ports, const ChosenAccount &account);

} // namespace framekey
