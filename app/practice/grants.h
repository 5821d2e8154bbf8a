// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grantbook.h"
#include "jsonlines.h"
#include "persona.h"

#include <expected>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace framekey::practice
{

/// An error of RFC 6749 section 5.2.
struct Refusal {
    std::string code;
    std::string description;
};

/// What a token request is answered with; the only place that holds tokens in plain, until it is sent.
struct TokenSet {
    std::string accessToken;
    std::string refreshToken; ///< empty where none is given out
    Scope scope;
    std::chrono::seconds expiresIn;
};

/// Whom an access token speaks for.
struct Access {
    std::string person;
    Scope scope;
};

/// A token request with grant type authorization_code.
struct CodeExchange {
    std::string code;
    std::string clientId;
    std::optional<std::string> redirectUri; ///< nothing: not compared
    std::string codeVerifier;
    std::optional<Scope> narrowed;
    bool withRefreshToken;
};

/// Every consent given and what came of it; safe to call from any thread.
class Grants
{
public:
    /// With a path, the book is read from there and written back at every change. What is issued is noted in
    /// `secrets`.
    Grants(std::string path, std::chrono::seconds accessTokenLifetime, const Persona &persona,
           JsonLines &secrets);

    /// An authorization code, good once and for 60 s.
    std::string issueCode(const Grant &grant);
    /// RFC 6749 4.1.3 and RFC 7636 4.6. A code that comes again ends all that it gave (RFC 6749 4.1.2).
    std::expected<TokenSet, Refusal> redeemCode(const CodeExchange &exchange);
    /// RFC 6749 section 6. With `rotate` the old token is spent; a spent one ends its whole family.
    std::expected<TokenSet, Refusal> refresh(const std::string &refreshToken, std::string_view clientId,
                                             const std::optional<Scope> &narrowed, bool rotate);
    /// RFC 7009. A refresh token takes the family with it, an access token goes alone.
    void revoke(const std::string &token, std::string_view clientId);
    void revokeAll();
    /// Ends every access token; what renews them stays.
    void expireAll();
    std::optional<Access> findAccess(const std::string &accessToken);

private:
    struct Found {
        Token *token;
        Grant *grant;
    };
    std::optional<Found> find(const std::string &secret, Token::Kind kind);
    std::string issue(Token::Kind kind, const std::string &grantId, const Scope &scope,
                      std::chrono::seconds life, std::string secret);
    std::string accessToken(const Grant &grant, const Scope &scope) const;
    TokenSet issueAccess(const std::string &grantId, const Scope &scope);
    void changed();

    std::mutex m_mutex;
    std::string m_path;
    std::chrono::seconds m_accessTokenLifetime;
    const Persona &m_persona;
    JsonLines &m_secrets;
    GrantBook m_book;
};

} // namespace framekey::practice
