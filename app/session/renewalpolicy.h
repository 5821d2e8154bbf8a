// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace framekey
{

/// How long after its issue a token of this lifetime is due for renewal: min(80 %, lifetime - 60 s), not
/// before 50 %.
[[nodiscard]] std::chrono::milliseconds renewalDueAfter(std::chrono::seconds lifetime);

/// No two token requests of one account closer than this.
inline constexpr std::chrono::seconds leastBetweenRenewals{30};

/// When to try again after failures: 1 s doubling to 5 min, each made up to a quarter longer at random so
/// that many programs do not come back at once, and never shorter, so that a server's first hour of trouble
/// is at most 20 requests (F1 in docs/threats.md); never before what the server asked for (Retry-After).
class Backoff
{
public:
    /// `random` in [0, 1).
    std::chrono::milliseconds next(std::optional<std::chrono::seconds> retryAfter, double random);
    void reset() { m_failures = 0; }
    [[nodiscard]] int failures() const { return m_failures; }

private:
    int m_failures = 0;
};

} // namespace framekey
