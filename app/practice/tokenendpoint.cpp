// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenendpoint.h"

#include "clientauthentication.h"
#include "secrets.h"

namespace framekey::practice
{

TokenEndpoint::TokenEndpoint(const Clients &clients, const Persona &persona, Grants &grants)
    : m_clients(clients), m_persona(persona), m_grants(grants)
{
}

Answer TokenEndpoint::answer(const Request &request, Record &record, const TokenAnswerFault &fault)
{
    const auto client = authenticateClient(request, m_clients, m_persona, record);
    if (!client)
        return client.error();
    if (request.body.hasDoubled())
        return errorAnswer(400, "invalid_request", "A parameter is there twice.");
    const std::string grantType = request.body.value("grant_type");
    if (grantType != "authorization_code" && grantType != "refresh_token")
        return errorAnswer(400, "unsupported_grant_type", "Known are authorization_code and refresh_token.");
    const bool withRefreshToken = fault.omitted != "refresh_token" && (*client)->getsRefreshTokens;
    const auto tokens = grantType == "refresh_token" ? refresh(request, **client, withRefreshToken)
                                                     : redeem(request, **client, withRefreshToken);
    if (!tokens)
        return errorAnswer(400, tokens.error().code, tokens.error().description);
    return success(*tokens, record, fault);
}

std::expected<TokenSet, Refusal> TokenEndpoint::redeem(const Request &request, const Client &client,
                                                       bool withRefreshToken)
{
    const bool isLax = m_persona.ways.laxExchange;
    for (const std::string_view name : {"code", "redirect_uri", "code_verifier"}) {
        const bool isNeeded = name == "code" || !isLax;
        if (isNeeded && !request.body.find(name))
            return std::unexpected(Refusal{"invalid_request", std::string(name) + " is missing."});
    }
    return m_grants.redeemCode({.code = request.body.value("code"),
                                .clientId = client.id,
                                .redirectUri = request.body.find("redirect_uri"),
                                .codeVerifier = request.body.value("code_verifier"),
                                .narrowed = isLax ? askedScope(request) : std::nullopt,
                                .withRefreshToken = withRefreshToken});
}

std::expected<TokenSet, Refusal> TokenEndpoint::refresh(const Request &request, const Client &client,
                                                        bool rotate)
{
    const auto refreshToken = request.body.find("refresh_token");
    if (!refreshToken)
        return std::unexpected(Refusal{"invalid_request", "refresh_token is missing."});
    return m_grants.refresh(*refreshToken, client.id, askedScope(request), rotate);
}

std::optional<Scope> TokenEndpoint::askedScope(const Request &request) const
{
    const auto scope = request.body.find("scope");
    return scope ? std::optional(parseScope(*scope, m_persona.scopeSeparators)) : std::nullopt;
}

Answer TokenEndpoint::success(const TokenSet &tokens, Record &record, const TokenAnswerFault &fault) const
{
    nlohmann::ordered_json body{{"access_token", tokens.accessToken},
                                {"expires_in", tokens.expiresIn.count() * (fault.inMilliseconds ? 1000 : 1)}};
    record["issued_access_token_sha256"] = sha256Hex(tokens.accessToken);
    if (!tokens.refreshToken.empty()) {
        body["refresh_token"] = tokens.refreshToken;
        record["issued_refresh_token_sha256"] = sha256Hex(tokens.refreshToken);
    }
    record["granted_scope"] = toText(tokens.scope);
    if (m_persona.ways.scopeInTokenResponse)
        body["scope"] = toText(tokens.scope);
    body["token_type"] = "bearer";
    body.erase(std::string(fault.omitted));
    return jsonAnswer(200, body);
}

} // namespace framekey::practice
