// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/systemfacts.h"

namespace framekey
{

/// As this computer tells them now; what only the program itself knows is left out.
[[nodiscard]] SystemFacts readSystemFacts();

} // namespace framekey
