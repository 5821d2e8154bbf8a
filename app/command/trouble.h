// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exitcode.h"

#include <string>

namespace framekey::command
{

/// Why nothing came of it: what to end with, and what to say.
struct Trouble {
    ExitCode exitCode = ExitCode::Failed;
    std::string problem = {}; ///< a sentence
    std::string next = {};    ///< what helps: a command or a sentence; may be empty
    std::string refusal = {}; ///< the app's word for it (docs/socket.md), where it was the app that refused
};

} // namespace framekey::command
