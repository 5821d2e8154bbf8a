// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nearest.h"

#include <algorithm>
#include <array>

namespace framekey::command
{

namespace
{

constexpr std::size_t longestWord = 24;
using Row = std::array<std::size_t, longestWord + 1>;

} // namespace

std::size_t distanceBetween(std::string_view one, std::string_view other)
{
    if (one.size() > longestWord || other.size() > longestWord)
        return farthest + 1;
    std::array<Row, longestWord + 1> cost{};
    for (std::size_t i = 0; i <= one.size(); ++i) {
        for (std::size_t j = 0; j <= other.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            const std::size_t change = one[i - 1] == other[j - 1] ? 0 : 1;
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
            const bool isSwap = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            if (isSwap)
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[one.size()][other.size()];
}

} // namespace framekey::command
