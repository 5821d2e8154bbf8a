// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/authorizationresponse.h"

#include <QByteArray>

#include <expected>

namespace framekey
{

/// Where a redirect request has to arrive.
struct RedirectTarget {
    QByteArray path; ///< exact, as registered
    QByteArray host; ///< exact value of the Host header
};

/// The longest request head that is read, in bytes.
inline constexpr qsizetype longestRequestHead = 8192;

/// Why a request is not answered with more than an HTTP status.
enum class RequestFault {
    BadRequest = 400,
    NotFound = 404,
    MethodNotAllowed = 405,
    TooLong = 431,
};

/// Reads one whole request head (with its empty line) that claims to be the redirect: GET, exact path, exact
/// and single Host, nothing doubled, no control characters. Pure, and the only reader of what the browser
/// sends.
[[nodiscard]] std::expected<AuthorizationResponse, RequestFault>
parseRedirectRequest(const QByteArray &head, const RedirectTarget &target);

} // namespace framekey
