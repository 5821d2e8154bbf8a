// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agentrequest.h"

#include <QString>

namespace framekey
{

/// Hands an order to the Framekey that runs, and waits at most 3 s for its answer. False where none answered,
/// or where the one that did is another user's.
[[nodiscard]] bool sendToRunning(const QString &socketPath, const AgentRequest &request);

} // namespace framekey
