// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/authorizationresponse.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace framekey
{

/// The longest address that is read, in bytes: what fits into a request to the running Framekey.
inline constexpr qsizetype longestRedirectAddress = 7680;

/// Reads a whole address that was handed over (RFC 8252 7.1) and claims to be this redirect: exact scheme,
/// authority and path, nothing doubled, no byte that has no place in an address. None for any other.
[[nodiscard]] std::optional<AuthorizationResponse> parseRedirectAddress(const QByteArray &address,
                                                                        const QString &redirectUri);

} // namespace framekey
