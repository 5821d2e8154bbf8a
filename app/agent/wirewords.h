// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace framekey
{

/// The word on the socket for each value of an enumeration; no value and no word stands in it twice.
template <typename Value, std::size_t Size>
using WireWords = std::array<std::pair<Value, const char *>, Size>;

/// The value has to be in the table.
template <typename Value, std::size_t Size>
[[nodiscard]] QString wordOf(const WireWords<Value, Size> &words, Value value)
{
    const auto *found = std::ranges::find(words, value, &std::pair<Value, const char *>::first);
    return QLatin1StringView(found->second);
}

/// None for any other word.
template <typename Value, std::size_t Size>
[[nodiscard]] std::optional<Value> valueOf(const WireWords<Value, Size> &words, const QString &word)
{
    const auto *found = std::ranges::find_if(
        words, [&word](const auto &row) { return word == QLatin1StringView(row.second); });
    return found == words.end() ? std::nullopt : std::optional(found->first);
}

} // namespace framekey
