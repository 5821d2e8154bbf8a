// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trouble.h"

#include <string_view>

namespace framekey::command
{

/// What a refusal of docs/socket.md ends with, and what is said where the app sent no words. `namedAccount`:
/// the order named an account.
[[nodiscard]] Trouble refusalTrouble(std::string_view refusal, std::string_view problem,
                                     std::string_view next, bool namedAccount);

/// The answer is not one of this version.
[[nodiscard]] Trouble notUnderstood();

} // namespace framekey::command
