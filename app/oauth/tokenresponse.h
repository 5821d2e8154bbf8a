// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/clientregistration.h"
#include "oauth/failure.h"
#include "oauth/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

#include <chrono>
#include <optional>

namespace framekey
{

/// An HTTP answer read whole, within the limits of `TokenNetwork`.
struct HttpAnswer {
    int status = 0;
    QByteArray contentType;
    QByteArray retryAfter; ///< the header as it came
    QByteArray body;

    friend bool operator==(const HttpAnswer &, const HttpAnswer &) = default;
};

/// A server that says more is believed only so far.
inline constexpr std::chrono::seconds longestLifetime = std::chrono::hours(24);

/// A successful token response (RFC 6749 5.1), checked.
struct TokenResponse {
    Secret accessToken;
    std::optional<Secret> refreshToken;            ///< none: keep the one there is
    std::optional<std::chrono::seconds> expiresIn; ///< within 0..longestLifetime; none: not told
    std::optional<QStringList> scope;              ///< none: left out
    /// What is left out is what was asked for (RFC 6749 5.1). False: the server says nothing by it.
    bool omittedScopeIsRequested = true;

    friend bool operator==(const TokenResponse &, const TokenResponse &) = default;
};

/// The one reader of token answers. Everything that is not exactly a success is a failure with this stage;
/// only `invalid_grant` on a 4xx has the kind `Expired`. `now` (UTC) is what a Retry-After date is counted
/// from; `quirks` tell the unit of `expires_in` and where the scope is told.
[[nodiscard]] Outcome<TokenResponse> parseTokenResponse(const HttpAnswer &answer, Failure::Stage stage,
                                                        const QDateTime &now, const Quirks &quirks = {});

/// What an answer that is no success means (RFC 6749 5.2, RFC 7009 2.2.1).
[[nodiscard]] Failure failureOf(const HttpAnswer &answer, Failure::Stage stage, const QDateTime &now);

/// Retry-After (RFC 9110 10.2.3), seconds or a date, at most one hour; none where it is absent or unreadable.
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value,
                                                                  const QDateTime &now);

} // namespace framekey
