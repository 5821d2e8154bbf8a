// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/secret.h"

namespace framekey
{

/// 32 bytes of the system's random source as 43 base64url characters: a `state`, or a code verifier.
/// Never Qt's own generator: before Qt 6.7 it is seeded from the clock (CVE-2024-36048).
[[nodiscard]] QByteArray randomToken();

/// The S256 code challenge of a verifier (RFC 7636 4.2): base64url(sha256(verifier)) without padding.
[[nodiscard]] QByteArray codeChallenge(const Secret &codeVerifier);

} // namespace framekey
