// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "order.h"

namespace framekey::command
{

/// A link of the chain, tried for real (docs/socket.md).
[[nodiscard]] Json link(std::string_view name, std::string_view state, std::string_view says,
                        std::string_view next = {});

/// Prints the links for a person, or as JSON, and gives what they mean together: good where none is bad, else
/// what the first bad one means, for those behind it may be bad because of it.
ExitCode putLinks(const Json &links, bool json);

} // namespace framekey::command
