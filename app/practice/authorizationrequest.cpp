// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorizationrequest.h"

#include "pages.h"
#include "secrets.h"

#include <algorithm>

namespace framekey::practice
{
namespace
{

struct Problem {
    std::string_view code;
    std::string_view description;
};

constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";
constexpr size_t s256Size = 43; // RFC 7636 section 4.2: BASE64URL of 32 bytes
constexpr size_t longestVerifier = 128;

std::optional<Problem> findChallengeProblem(const Form &query, const Client &client, const Ways &ways)
{
    const std::string challenge = query.value("code_challenge");
    const std::string method = query.value("code_challenge_method");
    if (challenge.empty() && ways.laxPkce && client.secretSha256)
        return std::nullopt;
    if (challenge.empty())
        return Problem{"invalid_request", "code_challenge is missing (PKCE is required)."};
    const bool isPlain = ways.laxPkce && (method.empty() || method == "plain");
    if (!isPlain && method != "S256")
        return Problem{"invalid_request", "code_challenge_method must be S256."};
    const std::string_view alphabet = isPlain ? unreserved : unreserved.substr(0, unreserved.size() - 2);
    if (challenge.size() < s256Size || challenge.size() > (isPlain ? longestVerifier : s256Size) ||
        challenge.find_first_not_of(alphabet) != std::string::npos)
        return Problem{"invalid_request", "code_challenge must be 43 characters of base64url."};
    return std::nullopt;
}

std::optional<Problem> findProblem(const Form &query, const Client &client, const Scope &scope,
                                   const Ways &ways)
{
    if (query.hasDoubled())
        return Problem{"invalid_request", "A parameter is there twice."};
    if (query.value("response_type").empty())
        return Problem{"invalid_request", "response_type is missing."};
    if (query.value("response_type") != "code")
        return Problem{"unsupported_response_type", "Only response_type=code is known here."};
    if (const auto problem = findChallengeProblem(query, client, ways))
        return problem;
    if (scope.empty())
        return Problem{"invalid_scope", "No scope was asked for."};
    if (!isWithin(scope, client.scope))
        return Problem{"invalid_scope", "The client may not ask for all of these scopes."};
    if (query.value("prompt") == "none" && !ways.remembersPerson)
        return Problem{"interaction_required", "Here a person always has to answer."};
    return std::nullopt;
}

/// The challenge as S256 has it. `plain` (RFC 7636 4.2) sends the verifier itself, so that one check fits
/// both and no verifier is kept.
std::string keptChallenge(const Form &query)
{
    const std::string challenge = query.value("code_challenge");
    const bool isS256 = challenge.empty() || query.value("code_challenge_method") == "S256";
    return isS256 ? challenge : s256Challenge(challenge);
}

/// Nothing where the request must not be redirected.
std::optional<std::string> usedRedirectUri(const Form &query, const Client &client, const Ways &ways)
{
    std::string asked = query.value("redirect_uri");
    if (isRegistered(client, asked) && query.values("redirect_uri").size() == 1)
        return asked;
    return ways.silentRedirect ? std::optional(client.redirectUris.front()) : std::nullopt;
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
    const auto redirectUri = usedRedirectUri(query, *client, persona.ways);
    if (!redirectUri)
        return std::unexpected(messagePage(
            400, "Wrong redirect address",
            "The program that sent you here asked for an answer at an address that is not registered for it. "
            "Nothing was sent there."));
    AuthorizationRequest request{client,
                                 *redirectUri,
                                 query.value("state"),
                                 parseScope(query.value("scope"), persona.scopeSeparators),
                                 keptChallenge(query),
                                 query.value("login_hint"),
                                 query.value("prompt")};
    // Adobe grants it either way, so asking for it is no mistake.
    std::erase(request.scope, persona.addedScope);
    if (const auto problem = findProblem(query, *client, request.scope, persona.ways))
        return std::unexpected(
            errorRedirect(*redirectUri, request.state, problem->code, problem->description));
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
