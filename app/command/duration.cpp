// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "duration.h"

#include <charconv>

namespace framekey::command
{

namespace
{

constexpr long longest = 10L * 366 * 24 * 3600;

long secondsOf(std::string_view unit)
{
    if (unit.empty() || unit == "s")
        return 1;
    if (unit == "m")
        return 60;
    if (unit == "h")
        return 3600;
    return unit == "d" ? 24 * 3600 : 0;
}

} // namespace

std::optional<long> parseDuration(std::string_view text)
{
    long count = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), count);
    const long unit = secondsOf(text.substr(static_cast<std::size_t>(end - text.data())));
    if (fault != std::errc() || count < 0 || unit == 0 || count > longest / unit)
        return std::nullopt;
    return count * unit;
}

} // namespace framekey::command
