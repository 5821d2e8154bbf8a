// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/secret.h"
#include "oauth/tokenresponse.h"
#include "session/clock.h"
#include "session/person.h"

#include <QDateTime>
#include <QStringList>

#include <chrono>
#include <optional>

namespace framekey
{

/// The tokens of one sign-in with the time they were issued, by the wall clock and by the boot clock.
struct TokenSet {
    Secret accessToken;
    std::optional<Secret> refreshToken;
    std::optional<QStringList> grantedScope; ///< none: not told by the server
    QStringList requestedScope;              ///< of the sign-in they come from; empty: not known
    std::optional<Person> person;
    QDateTime issuedAt; ///< UTC
    std::chrono::milliseconds issuedSinceBoot{};
    std::chrono::seconds lifetime{};
    std::optional<QDateTime> lastRenewedAt;

    [[nodiscard]] QDateTime expiresAt() const { return issuedAt.addSecs(lifetime.count()); }
    /// How long it has been out: what the clock that saw more of it says, so that a wall clock put back gives
    /// no longer life.
    [[nodiscard]] std::chrono::milliseconds age(const Clock &clock) const;
    /// Never negative.
    [[nodiscard]] std::chrono::milliseconds remaining(const Clock &clock) const;
    [[nodiscard]] bool isAlive(const Clock &clock) const { return remaining(clock).count() > 0; }

    /// The tokens of a response. What it leaves out comes from `before` (RFC 6749 6: scope and refresh
    /// token), and the scope otherwise from what was asked for (RFC 6749 5.1).
    static TokenSet fromResponse(const TokenResponse &response, const Clock &clock,
                                 const QStringList &requestedScope, const TokenSet *before = nullptr);
};

/// What an answer that names no lifetime is taken for.
inline constexpr std::chrono::seconds unnamedLifetime = std::chrono::minutes(5);

} // namespace framekey
