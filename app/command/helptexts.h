// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace framekey::command
{

// What is printed for a verb, within 24 lines of 80 columns; empty where it is not one of these.
[[nodiscard]] std::string_view tokenHelp(std::string_view verb);   ///< what gives tokens
[[nodiscard]] std::string_view accountHelp(std::string_view verb); ///< what is about accounts and sign-ins
[[nodiscard]] std::string_view
programHelp(std::string_view verb); ///< the program (no verb), and what looks at it

} // namespace framekey::command
