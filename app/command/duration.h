// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace framekey::command
{

/// Seconds of "90", "90s", "5m", "8h" or "2d"; none for anything else and for more than ten years.
[[nodiscard]] std::optional<long> parseDuration(std::string_view text);

} // namespace framekey::command
