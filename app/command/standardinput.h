// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secret.h"

namespace framekey::command
{

/// One line of standard input, without its end and without blanks round it; empty at its end, and where it is
/// longer than a request can be. Waits for it.
[[nodiscard]] Secret readLine();

} // namespace framekey::command
