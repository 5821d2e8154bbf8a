// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agentanswer.h"
#include "agent/agentrequest.h"
#include "agent/peer.h"

#include <QString>

namespace framekey
{

/// Gives an order to the Framekey that runs, and waits at most 3 s for its answer. None where nobody
/// answered, or where the socket is not this user's: that one is sent nothing and believed nothing.
[[nodiscard]] std::optional<AgentAnswer> askRunning(const QString &socketPath, const AgentRequest &request,
                                                    uint user = ownUser());

} // namespace framekey
