// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace framekey::command
{

/// How many mistakes a word may have and still be taken for a typo of another.
constexpr std::size_t farthest = 2;

/// How many letters have to be changed, added, dropped or swapped with their neighbour to make one of the
/// other; more than `farthest` for words longer than 24 letters.
[[nodiscard]] std::size_t distanceBetween(std::string_view one, std::string_view other);

} // namespace framekey::command
