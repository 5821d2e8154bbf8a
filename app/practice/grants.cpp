// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grants.h"

#include "secrets.h"

#include <iostream>

namespace framekey::practice
{
namespace
{

constexpr std::chrono::seconds codeLifetime(60);
constexpr std::chrono::days refreshTokenLifetime(30);

std::unexpected<Refusal> invalidGrant(std::string description)
{
    return std::unexpected(Refusal{"invalid_grant", std::move(description)});
}

} // namespace

Grants::Grants(std::string path, std::chrono::seconds accessTokenLifetime, std::string refreshScope)
    : m_path(std::move(path))
    , m_accessTokenLifetime(accessTokenLifetime)
    , m_refreshScope(std::move(refreshScope))
{
    if (!m_path.empty())
        m_book = readGrantBook(m_path);
}

std::string Grants::issueCode(const Grant &grant)
{
    const std::scoped_lock lock(m_mutex);
    const std::string grantId = randomSecret();
    m_book.grants.emplace(grantId, grant);
    std::string code = issue(Token::Kind::Code, grantId, grant.scope, codeLifetime);
    changed();
    return code;
}

std::expected<TokenSet, Refusal> Grants::redeemCode(const std::string &code, std::string_view clientId,
                                                    std::string_view redirectUri,
                                                    std::string_view codeVerifier, bool withRefreshToken)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = find(code, Token::Kind::Code);
    if (!found)
        return invalidGrant("The code is unknown or too old.");
    const Grant &grant = *found->grant;
    if (grant.clientId != clientId)
        return invalidGrant("The code was given to another client.");
    if (found->token->spent) {
        m_book.erase(std::string(found->token->grantId));
        changed();
        return invalidGrant("The code was used before; what it gave is revoked.");
    }
    if (grant.redirectUri != redirectUri)
        return invalidGrant("redirect_uri differs from the authorization request's.");
    if (!sameSecret(s256Challenge(codeVerifier), grant.codeChallenge))
        return invalidGrant("code_verifier does not fit the code_challenge.");

    const std::string grantId = found->token->grantId;
    // As long as what it gives lives, so that its reuse can still end that.
    found->token->spent = true;
    found->token->expiresAt = now() + refreshTokenLifetime;
    TokenSet tokens = issueAccess(grantId, grant.scope);
    if (withRefreshToken && contains(grant.scope, m_refreshScope))
        tokens.refreshToken = issue(Token::Kind::Refresh, grantId, grant.scope, refreshTokenLifetime);
    changed();
    return tokens;
}

std::expected<TokenSet, Refusal> Grants::refresh(const std::string &refreshToken, std::string_view clientId,
                                                 const std::optional<Scope> &narrowed, bool rotate)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = find(refreshToken, Token::Kind::Refresh);
    if (!found)
        return invalidGrant("The refresh token is unknown, revoked or too old.");
    if (found->grant->clientId != clientId)
        return invalidGrant("The refresh token was given to another client.");
    const std::string grantId = found->token->grantId;
    if (found->token->spent) {
        m_book.erase(grantId);
        changed();
        return invalidGrant("The refresh token was used before; its whole family is revoked.");
    }
    const Scope granted = found->token->scope;
    if (narrowed && !isWithin(*narrowed, granted))
        return std::unexpected(Refusal{"invalid_scope", "More was asked for than was granted."});

    found->token->spent = rotate;
    TokenSet tokens = issueAccess(grantId, narrowed.value_or(granted));
    if (rotate)
        tokens.refreshToken = issue(Token::Kind::Refresh, grantId, granted, refreshTokenLifetime);
    changed();
    return tokens;
}

void Grants::revoke(const std::string &token, std::string_view clientId)
{
    const std::scoped_lock lock(m_mutex);
    const auto entry = m_book.tokens.find(sha256Hex(token));
    if (entry == m_book.tokens.end() || entry->second.kind == Token::Kind::Code ||
        m_book.grants.at(entry->second.grantId).clientId != clientId)
        return;
    if (entry->second.kind == Token::Kind::Refresh)
        m_book.erase(std::string(entry->second.grantId));
    else
        m_book.tokens.erase(entry);
    changed();
}

void Grants::revokeAll()
{
    const std::scoped_lock lock(m_mutex);
    m_book = {};
    changed();
}

std::optional<Access> Grants::findAccess(const std::string &accessToken)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = find(accessToken, Token::Kind::Access);
    if (!found)
        return std::nullopt;
    return Access{found->grant->person, found->token->scope};
}

std::optional<Grants::Found> Grants::find(const std::string &secret, Token::Kind kind)
{
    const auto token = m_book.tokens.find(sha256Hex(secret));
    if (token == m_book.tokens.end() || token->second.kind != kind || token->second.expiresAt <= now())
        return std::nullopt;
    return Found{&token->second, &m_book.grants.at(token->second.grantId)};
}

std::string Grants::issue(Token::Kind kind, const std::string &grantId, const Scope &scope,
                          std::chrono::seconds life)
{
    std::string secret = randomSecret();
    m_book.tokens.emplace(sha256Hex(secret), Token{kind, grantId, scope, now() + life});
    return secret;
}

TokenSet Grants::issueAccess(const std::string &grantId, const Scope &scope)
{
    return {
        issue(Token::Kind::Access, grantId, scope, m_accessTokenLifetime), {}, scope, m_accessTokenLifetime};
}

void Grants::changed()
{
    m_book.dropExpired(now());
    if (!m_path.empty() && !writeGrantBook(m_path, m_book))
        std::cerr << "framekey-practice: the state file cannot be written: " << m_path << '\n';
}

} // namespace framekey::practice
