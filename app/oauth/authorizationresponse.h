// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/failure.h"
#include "oauth/secret.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <optional>

namespace framekey
{

/// The parameters of an authorization response that count (RFC 6749 4.1.2, 4.1.2.1; RFC 9207),
/// percent-decoded.
/// `+` stays `+`: none of them holds a space, and servers forget to encode it.
struct AuthorizationResponse {
    std::optional<Secret> code;
    std::optional<QByteArray> state;
    std::optional<QByteArray> error;
    std::optional<QByteArray> issuer;

    /// From a query, without its `?`. None where a parameter stands in it twice or is badly encoded.
    static std::optional<AuthorizationResponse> parse(const QByteArray &query);
};

/// What the waiting attempt expects.
struct ExpectedResponse {
    QByteArray state;
    QString issuer; ///< empty: not known, any is let through
};

/// Refused (the outer error: it changes nothing and the wait goes on) unless it is exactly this attempt's;
/// then the code, or what the authorization server said instead.
[[nodiscard]] std::expected<Outcome<Secret>, Failure::Detail>
vetAuthorizationResponse(const AuthorizationResponse &response, const ExpectedResponse &expected);

} // namespace framekey
