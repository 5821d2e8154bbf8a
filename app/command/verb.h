// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"

#include <string_view>

namespace framekey::command
{

/// Does what the verb says; a word that is none is answered with the nearest that is.
ExitCode runVerb(std::string_view verb, Arguments arguments);

} // namespace framekey::command
