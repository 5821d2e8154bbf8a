// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorizationrequest.h"

#include "pages.h"

#include <algorithm>

namespace framekey::practice
{
namespace
{

struct Problem {
    std::string_view code;
    std::string_view description;
};

/// RFC 7636 section 4.2: BASE64URL of 32 bytes.
bool isS256Challenge(std::string_view text)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return text.size() == 43 && text.find_first_not_of(alphabet) == std::string_view::npos;
}

std::optional<Problem> findProblem(const Form &query, const Client &client, const Scope &scope)
{
    if (query.hasDoubled())
        return Problem{"invalid_request", "A parameter is there twice."};
    if (query.value("response_type").empty())
        return Problem{"invalid_request", "response_type is missing."};
    if (query.value("response_type") != "code")
        return Problem{"unsupported_response_type", "Only response_type=code is known here."};
    if (query.value("code_challenge").empty())
        return Problem{"invalid_request", "code_challenge is missing (PKCE is required)."};
    if (query.value("code_challenge_method") != "S256")
        return Problem{"invalid_request", "code_challenge_method must be S256."};
    if (!isS256Challenge(query.value("code_challenge")))
        return Problem{"invalid_request", "code_challenge must be 43 characters of base64url."};
    if (scope.empty())
        return Problem{"invalid_scope", "No scope was asked for."};
    if (!isWithin(scope, client.scope))
        return Problem{"invalid_scope", "The client may not ask for all of these scopes."};
    if (query.value("prompt") == "none")
        return Problem{"interaction_required", "Here a person always has to answer."};
    return std::nullopt;
}

} // namespace

std::expected<AuthorizationRequest, Answer>
checkAuthorizationRequest(const Form &query, const Clients &clients, const Persona &persona)
{
    const Client *client = clients.find(query.value("client_id"));
    if (client == nullptr || query.values("client_id").size() != 1)
        return std::unexpected(
            messagePage(400, "Unknown client",
                        "The program that sent you here has a client ID that this server does not know."));
    const std::string redirectUri = query.value("redirect_uri");
    if (!isRegistered(*client, redirectUri) || query.values("redirect_uri").size() != 1)
        return std::unexpected(messagePage(
            400, "Wrong redirect address",
            "The program that sent you here asked for an answer at an address that is not registered for it. "
            "Nothing was sent there."));
    AuthorizationRequest request{client,
                                 redirectUri,
                                 query.value("state"),
                                 parseScope(query.value("scope"), persona.scopeSeparators),
                                 query.value("code_challenge"),
                                 query.value("login_hint")};
    if (const auto problem = findProblem(query, *client, request.scope))
        return std::unexpected(
            errorRedirect(redirectUri, request.state, problem->code, problem->description));
    return request;
}

Answer errorRedirect(const std::string &redirectUri, const std::string &state, std::string_view code,
                     std::string_view description)
{
    return clientRedirect(redirectUri, state, {{"error", code}, {"error_description", description}});
}

Answer clientRedirect(const std::string &redirectUri, const std::string &state,
                      const std::vector<std::pair<std::string_view, std::string_view>> &parameters)
{
    std::string location = redirectUri;
    const auto add = [&](std::string_view name, std::string_view value) {
        location += location.contains('?') ? '&' : '?';
        location += std::string(name) + '=' + percentEncoded(value);
    };
    for (const auto &[name, value] : parameters)
        add(name, value);
    if (!state.empty())
        add("state", state);
    return redirectAnswer(303, location);
}

} // namespace framekey::practice
