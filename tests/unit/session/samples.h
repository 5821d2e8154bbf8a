// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeclock.h"
#include "oauth/clientregistration.h"
#include "scriptedserver.h"
#include "session/tokenset.h"

namespace framekey::test
{

/// A public client whose every endpoint is this server.
inline ClientRegistration clientOf(const ScriptedServer &server)
{
    ClientRegistration client;
    client.clientId = QStringLiteral("client");
    client.redirectUri = QStringLiteral("http://127.0.0.1:0/callback");
    client.requestedScope = {QStringLiteral("offline"), QStringLiteral("asset.read")};
    client.endpoints = {.authorization = server.url(QStringLiteral("/authorize")),
                        .token = server.url(QStringLiteral("/token")),
                        .revocation = server.url(QStringLiteral("/revoke")),
                        .api = server.url(QStringLiteral("/v2"))};
    return client;
}

/// Tokens for an hour: "at1" and "rt1".
inline TokenSet hourOfTokens(const Clock &clock)
{
    const TokenResponse response{.accessToken = Secret("at1"),
                                 .refreshToken = Secret("rt1"),
                                 .expiresIn = std::chrono::hours(1),
                                 .scope = {}};
    return TokenSet::fromResponse(response, clock, {QStringLiteral("asset.read")});
}

/// A token answer: "at2", "rt2" for an hour, say.
inline QByteArray tokenBody(const QByteArray &number, int expiresIn = 3600)
{
    return R"({"access_token":"at)" + number + R"(","refresh_token":"rt)" + number +
           R"(","token_type":"bearer","expires_in":)" + QByteArray::number(expiresIn) + '}';
}

inline const QByteArray invalidGrant = QByteArrayLiteral(R"({"error":"invalid_grant"})");

} // namespace framekey::test
