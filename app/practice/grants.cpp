// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grants.h"

#include "adobetoken.h"
#include "secrets.h"

#include <iostream>

namespace framekey::practice
{
namespace
{

constexpr std::chrono::seconds codeLifetime(60);

std::unexpected<Refusal> invalidGrant(std::string description)
{
    return std::unexpected(Refusal{"invalid_grant", std::move(description)});
}

std::string_view nameOf(Token::Kind kind)
{
    if (kind == Token::Kind::Code)
        return "code";
    return kind == Token::Kind::Access ? "access_token" : "refresh_token";
}

/// What the exchange must have in common with its authorization request; an empty text where all fits.
std::string_view differenceFrom(const Grant &grant, const CodeExchange &exchange)
{
    if (exchange.redirectUri && grant.redirectUri != *exchange.redirectUri)
        return "redirect_uri differs from the authorization request's.";
    if (grant.codeChallenge.empty())
        return {};
    return sameSecret(s256Challenge(exchange.codeVerifier), grant.codeChallenge)
               ? std::string_view()
               : "code_verifier does not fit the code_challenge.";
}

} // namespace

Grants::Grants(std::string path, std::chrono::seconds accessTokenLifetime, const Persona &persona,
               JsonLines &secrets)
    : m_path(std::move(path))
    , m_accessTokenLifetime(accessTokenLifetime)
    , m_persona(persona)
    , m_secrets(secrets)
{
    if (!m_path.empty())
        m_book = readGrantBook(m_path);
}

std::string Grants::issueCode(const Grant &grant)
{
    const std::scoped_lock lock(m_mutex);
    const std::string grantId = randomSecret();
    m_book.grants.emplace(grantId, grant);
    std::string code = issue(Token::Kind::Code, grantId, grant.scope, codeLifetime, randomSecret());
    changed();
    return code;
}

std::expected<TokenSet, Refusal> Grants::redeemCode(const CodeExchange &exchange)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = find(exchange.code, Token::Kind::Code);
    if (!found)
        return invalidGrant("The code is unknown or too old.");
    const Grant &grant = *found->grant;
    if (grant.clientId != exchange.clientId)
        return invalidGrant("The code was given to another client.");
    if (found->token->spent) {
        m_book.erase(std::string(found->token->grantId));
        changed();
        return invalidGrant("The code was used before; what it gave is revoked.");
    }
    if (const auto difference = differenceFrom(grant, exchange); !difference.empty())
        return invalidGrant(std::string(difference));
    const Scope scope = exchange.narrowed.value_or(grant.scope);
    if (!isWithin(scope, grant.scope))
        return std::unexpected(Refusal{"invalid_scope", "More was asked for than was granted."});

    const std::string grantId = found->token->grantId;
    // As long as what it gives lives, so that its reuse can still end that.
    found->token->spent = true;
    found->token->expiresAt = now() + m_persona.refreshTokenLifetime;
    TokenSet tokens = issueAccess(grantId, scope);
    if (exchange.withRefreshToken && contains(scope, m_persona.refreshScope))
        tokens.refreshToken =
            issue(Token::Kind::Refresh, grantId, scope, m_persona.refreshTokenLifetime, randomSecret());
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
        tokens.refreshToken =
            issue(Token::Kind::Refresh, grantId, granted, m_persona.refreshTokenLifetime, randomSecret());
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

void Grants::expireAll()
{
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_book.tokens, [](const auto &entry) { return entry.second.kind == Token::Kind::Access; });
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
                          std::chrono::seconds life, std::string secret)
{
    m_secrets.write({{"kind", nameOf(kind)}, {"value", secret}});
    m_book.tokens.emplace(sha256Hex(secret), Token{kind, grantId, scope, now() + life});
    return secret;
}

std::string Grants::accessToken(const Grant &grant, const Scope &scope) const
{
    if (!m_persona.ways.readableTokens)
        return randomSecret();
    const Person *person = m_persona.findPerson(grant.person);
    const std::string userId = person != nullptr ? person->adobeId() : grant.person;
    return adobeToken({grant.clientId, userId, scope, now(), m_accessTokenLifetime});
}

TokenSet Grants::issueAccess(const std::string &grantId, const Scope &scope)
{
    std::string token = accessToken(m_book.grants.at(grantId), scope);
    return {issue(Token::Kind::Access, grantId, scope, m_accessTokenLifetime, std::move(token)),
            {},
            scope,
            m_accessTokenLifetime};
}

void Grants::changed()
{
    m_book.dropExpired(now());
    if (!m_path.empty() && !writeGrantBook(m_path, m_book))
        std::cerr << "framekey-practice: the state file cannot be written: " << m_path << '\n';
}

} // namespace framekey::practice
