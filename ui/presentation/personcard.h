// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frameio/provider.h"
#include "ui/presentation/cardwords.h"

namespace framekey
{

/// The account request was refused while the sign-in is good: names the stage that failed, says what it means
/// and what can be done. Only for a snapshot with a `personProblem`.
[[nodiscard]] CardWords personCard(const SessionSnapshot &snapshot, const TimeWords &times,
                                   const Provider *provider);
/// Where a person sees to it, as the provider's data has it; empty where it has nothing.
[[nodiscard]] QString helpAddress(const SessionSnapshot &snapshot, const Provider *provider);

} // namespace framekey
