// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"

namespace framekey::command
{

// One function a verb; the arguments are those behind its name.
ExitCode runAccount(Arguments arguments);
ExitCode runCallback(Arguments arguments);
ExitCode runCheck(Arguments arguments);
ExitCode runDoctor(Arguments arguments);
ExitCode runEnv(Arguments arguments);
ExitCode runExec(Arguments arguments);
ExitCode runList(Arguments arguments);
ExitCode runLogin(Arguments arguments);
ExitCode runLogout(Arguments arguments);
ExitCode runOpen(Arguments arguments);
ExitCode runRefresh(Arguments arguments);
ExitCode runSimulate(Arguments arguments);
ExitCode runStatus(Arguments arguments);
ExitCode runToken(Arguments arguments);

/// Runs another program in this one's place; comes back only where that cannot be. The words end with a null
/// pointer.
ExitCode replaceBy(Arguments command);

} // namespace framekey::command
