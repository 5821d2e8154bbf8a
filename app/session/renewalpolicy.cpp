// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/renewalpolicy.h"

#include <algorithm>

namespace framekey
{

using namespace std::chrono_literals;
using std::chrono::milliseconds;

milliseconds renewalDueAfter(std::chrono::seconds lifetime)
{
    const milliseconds whole(lifetime);
    return std::max(std::min(whole * 8 / 10, whole - milliseconds(60s)), whole / 2);
}

milliseconds Backoff::next(std::optional<std::chrono::seconds> retryAfter, double random)
{
    constexpr milliseconds longest = 5min;
    constexpr int doublings = 9; // 1 s doubled nine times is past 5 min
    const milliseconds whole = std::min(milliseconds(1s) * (1 << std::min(m_failures, doublings)), longest);
    ++m_failures;
    const auto drawn = milliseconds(static_cast<std::int64_t>(double(whole.count()) * (1 + random / 4)));
    return std::max(drawn, milliseconds(retryAfter.value_or(0s)));
}

} // namespace framekey
