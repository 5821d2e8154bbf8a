// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"

#include <string_view>

namespace framekey::command
{

/// What `framekey VERB --help` prints: within 24 lines of 80 columns. Empty for no verb of ours.
[[nodiscard]] std::string_view helpOf(std::string_view verb);

/// What `framekey --help` prints.
[[nodiscard]] std::string_view overview();

/// Prints the verb's help where it was wanted, else says what is wrong with the arguments.
ExitCode helpOrComplain(const ArgumentReader &reader, std::string_view verb);

} // namespace framekey::command
