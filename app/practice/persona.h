// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people.h"
#include "scope.h"

#include <chrono>
#include <span>
#include <string_view>

namespace framekey::practice
{

/// A scope token and what it lets a program do, in plain words.
struct ScopeMeaning {
    std::string_view token;
    std::string_view words;
};

/// Where each endpoint lies below the base URL. The pages for the person lie at one place for all.
struct EndpointPaths {
    std::string_view authorization;
    std::string_view token;
    std::string_view revocation;
    std::string_view configuration; ///< metadata again, as OpenID Connect Discovery names it; empty: none
    std::string_view userinfo;      ///< empty: none
};

/// In what the two servers differ, beyond addresses and names.
struct Ways {
    bool scopeInRedirect = false;
    bool scopeInTokenResponse = false;
    bool bothApiVersions = false; ///< serves /v2/me as well as /v4/me, with V2's errors
    bool laxPkce = false;         ///< `plain` where no method is said; none needed from confidential clients
    bool silentRedirect = false;  ///< a redirect URI that is missing or wrong gives way to the default one
    bool remembersPerson = false; ///< by a cookie: no login page without prompt=login
    bool clientIdInQuery = false; ///< of a token request, for public clients
    bool laxExchange = false;     ///< takes `scope` there, and needs no redirect_uri
    bool readableTokens = false;  ///< access tokens are shaped like Adobe's
};

/// Which of the two Frame.ios is played: all that differs between them, as data.
struct Persona {
    std::string_view name;
    std::span<const ScopeMeaning> catalogue;
    std::span<const Person> people;
    EndpointPaths paths;
    std::string_view scopeSeparators;
    std::string_view refreshScope; ///< no refresh token without it
    std::string_view personScope;  ///< no account request without it
    std::string_view addedScope;   ///< granted by the server itself, with whatever was asked for; empty: none
    std::chrono::days refreshTokenLifetime;
    Ways ways;

    Scope allScopes() const;
    std::string_view words(std::string_view token) const;
    /// Null for anybody it does not know.
    const Person *findPerson(std::string_view key) const;
};

/// `frameio-legacy` (V2) or `frameio` (V4); null for any other name.
const Persona *findPersona(std::string_view name);

} // namespace framekey::practice
