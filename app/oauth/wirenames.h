// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

/// The names on the wire, grouped by the endpoint they are for, so that a misspelt one has one place to hide.
namespace framekey::wire
{

// Qt 6.4 has QLatin1StringView but not yet its literal operator.
using Name = QLatin1StringView;

// Authorization request and response: RFC 6749 4.1.1, 4.1.2; RFC 7636 4.3; RFC 9207 2.
inline constexpr Name responseType("response_type");
inline constexpr Name clientId("client_id");
inline constexpr Name clientSecret("client_secret");
inline constexpr Name redirectUri("redirect_uri");
inline constexpr Name scope("scope");
inline constexpr Name state("state");
inline constexpr Name codeChallenge("code_challenge");
inline constexpr Name codeChallengeMethod("code_challenge_method");
inline constexpr Name s256("S256");
inline constexpr Name code("code");
inline constexpr Name error("error");
inline constexpr Name serverError("server_error");
inline constexpr Name temporarilyUnavailable("temporarily_unavailable");
inline constexpr Name issuer("iss");

// Authorization request: OpenID Connect Core 3.1.2.1.
inline constexpr Name prompt("prompt");

// Token request and response: RFC 6749 4.1.3, 5.1, 5.2, 6; RFC 7636 4.5.
inline constexpr Name grantType("grant_type");
inline constexpr Name codeVerifier("code_verifier");
inline constexpr Name accessToken("access_token");
inline constexpr Name refreshToken("refresh_token");
inline constexpr Name expiresIn("expires_in");
inline constexpr Name tokenType("token_type");
inline constexpr Name invalidGrant("invalid_grant");
inline constexpr Name accessDenied("access_denied");

// Revocation: RFC 7009 2.1.
inline constexpr Name token("token");
inline constexpr Name tokenTypeHint("token_type_hint");

} // namespace framekey::wire
