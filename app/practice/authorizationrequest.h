// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clients.h"
#include "exchange.h"
#include "persona.h"

#include <expected>

namespace framekey::practice
{

/// An authorization request that may be shown to a person (RFC 6749 4.1.1 with RFC 7636 4.3).
struct AuthorizationRequest {
    const Client *client;
    std::string redirectUri;
    std::string state;
    Scope scope;
    std::string codeChallenge; ///< by S256, whatever the method was; empty: none
    std::string loginHint;
    std::string prompt;
};

/// Checks client and redirect_uri first: as long as these are not known to be right, nothing may be
/// redirected (RFC 6749 4.1.2.1), so the answer is a page; a persona may have a default redirect URI take the
/// place of a wrong one. All else goes back to the client by redirect.
std::expected<AuthorizationRequest, Answer>
checkAuthorizationRequest(const Form &query, const Clients &clients, const Persona &persona);

/// The redirect that tells the client of an error.
Answer errorRedirect(const std::string &redirectUri, const std::string &state, std::string_view code,
                     std::string_view description);

/// The redirect URI with these parameters and the state (where there is one) added; status 303, so that the
/// browser never posts a form on.
Answer clientRedirect(const std::string &redirectUri, const std::string &state,
                      const std::vector<std::pair<std::string_view, std::string_view>> &parameters);

} // namespace framekey::practice
