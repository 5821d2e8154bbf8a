// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"

namespace framekey::command
{

// One function a verb; the arguments are those behind its name.
ExitCode runToken(Arguments arguments);

} // namespace framekey::command
