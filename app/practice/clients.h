// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "persona.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace framekey::practice
{

/// A registered client (RFC 6749 section 2). Without a secret it is a public one.
struct Client {
    std::string id;
    std::optional<std::string> secretSha256;
    std::vector<std::string> redirectUris; ///< the first is its default
    Scope scope;                           ///< what it may ask for
    /// ECMAScript expressions of which one fits the whole redirect URI.
    std::vector<std::string> redirectPatterns{};
    bool getsRefreshTokens = true;
};

/// The clients this server knows.
class Clients
{
public:
    /// `practice` (public) and `practice-web` with `practice-secret` (confidential); where redirects go as
    /// Adobe's do, one of each of its three types of credential besides `practice`.
    static Clients defaults(const Persona &persona);
    /// A JSON array of `client_id`, `client_secret`, `redirect_uris`, `redirect_patterns`, `scopes` and
    /// `refresh_tokens`; the error is a sentence.
    static std::expected<Clients, std::string> fromFile(const std::string &path);

    const Client *find(std::string_view id) const;

private:
    std::vector<Client> m_clients;
};

/// The same text, a registered http://127.0.0.1 with any port (RFC 8252 section 7.3), or what a pattern fits.
bool isRegistered(const Client &client, std::string_view redirectUri);

} // namespace framekey::practice
