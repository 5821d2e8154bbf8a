// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup.h"

#include <expected>

namespace framekey::practice
{

/// What the command line asks for, or the exit code where it ends here: 0 after --help and --version,
/// 64 for bad usage, 1 for a bad file; what there is to say has been said.
std::expected<Setup, int> parseOptions(int argc, char **argv);

} // namespace framekey::practice
