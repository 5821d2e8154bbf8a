// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/secret.h"

#include <QString>

namespace framekey
{

/// How the client shows who it is at the token and revocation endpoints (RFC 6749 2.3).
enum class ClientAuthentication {
    None,  ///< public client: `client_id` in the body, no Authorization header
    Basic, ///< confidential client: HTTP Basic, nothing in the body
};

/// The value of the Authorization header for HTTP Basic: id and secret form-encoded (RFC 6749 2.3.1),
/// unreserved characters left as they are, so that it equals the plain header of Frame.io's guide.
[[nodiscard]] Secret basicAuthorization(const QString &clientId, const Secret &clientSecret);

} // namespace framekey
