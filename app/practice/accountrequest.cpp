// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountrequest.h"

#include "people.h"

#include <array>

namespace framekey::practice
{
namespace
{

using Json = nlohmann::ordered_json;

struct ApiRefusal {
    int status;
    std::string_view title;
    std::string_view detail;
};

constexpr ApiRefusal tokenRefusal{401, "Not Authorized", "The access token is unknown, revoked or too old."};

/// Invented: which words Frame.io has for these was public nowhere in November 2026, only that the first
/// three are a 401 and that a locked account is a 403.
constexpr std::array<std::pair<Obstacle, ApiRefusal>, 4> refusals{{
    {Obstacle::ScopeMissing, {401, "Not Authorized", "The access token lacks a required scope."}},
    {Obstacle::NotLinked, {401, "Not Authorized", "The Adobe ID is not linked to a Frame.io user."}},
    {Obstacle::NoProductProfile,
     {401, "Not Authorized", "No product profile for Frame.io is assigned to the user."}},
    {Obstacle::Locked, {403, "Forbidden", "The account is locked."}},
}};

std::optional<ApiRefusal> refusalFor(Obstacle obstacle)
{
    for (const auto &[known, refusal] : refusals) {
        if (known == obstacle)
            return refusal;
    }
    return std::nullopt;
}

/// The shapes of Frame.io's own errors: V2's says all of it twice.
Answer apiError(const ApiRefusal &refusal, const Persona &persona)
{
    const auto &[status, title, detail] = refusal;
    Json body;
    if (persona.ways.bothApiVersions)
        body = {{"code", status},
                {"errors",
                 Json::array({{{"code", status}, {"detail", detail}, {"status", status}, {"title", title}}})},
                {"message", title}};
    else
        body = {{"errors", Json::array({{{"detail", detail}, {"title", title}}})}};
    Answer answer = jsonAnswer(status, body);
    if (status == 401)
        answer.headers.emplace("WWW-Authenticate",
                               "Bearer realm=\"framekey-practice\", error=\"invalid_token\"");
    return answer;
}

struct Bearer {
    const Person *person;
    Scope scope;
};

/// Nothing where the token is missing or says nothing.
std::optional<Bearer> bearerOf(const Request &request, const Persona &persona, Grants &grants)
{
    constexpr std::string_view scheme = "Bearer ";
    if (!request.authorization.starts_with(scheme))
        return std::nullopt;
    const auto access = grants.findAccess(request.authorization.substr(scheme.size()));
    const Person *person = access ? persona.findPerson(access->person) : nullptr;
    return person != nullptr ? std::optional(Bearer{person, access->scope}) : std::nullopt;
}

std::optional<ApiRefusal> findRefusal(const Bearer &bearer, const Persona &persona)
{
    if (contains(bearer.scope, persona.personScope))
        return refusalFor(bearer.person->obstacle);
    if (persona.ways.bothApiVersions)
        return ApiRefusal{403, "Forbidden", "The scope account.read was not granted."};
    return refusalFor(Obstacle::ScopeMissing);
}

} // namespace

Answer accountRequest(const Request &request, Record &record, const Persona &persona, Grants &grants)
{
    const auto bearer = bearerOf(request, persona, grants);
    if (!bearer)
        return apiError(tokenRefusal, persona);
    const Person &person = *bearer->person;
    record["person"] = person.key;
    if (const auto refusal = findRefusal(*bearer, persona))
        return apiError(*refusal, persona);
    if (request.path.starts_with("/v4/"))
        return jsonAnswer(
            200,
            {{"data",
              {{"id", person.id}, {"name", person.name}, {"email", person.email}, {"avatar_url", nullptr}}}});
    return jsonAnswer(200, {{"_type", "user"},
                            {"account_id", person.accountId},
                            {"email", person.email},
                            {"id", person.id},
                            {"name", person.name}});
}

Answer userinfo(const Request &request, Record &record, const Persona &persona, Grants &grants)
{
    const auto bearer = bearerOf(request, persona, grants);
    if (!bearer)
        return errorAnswer(401, "invalid_token", "The access token is unknown, revoked or too old.");
    record["person"] = bearer->person->key;
    Json claims{{"sub", bearer->person->adobeId()}};
    if (contains(bearer->scope, "profile"))
        claims["name"] = bearer->person->name;
    if (contains(bearer->scope, "email"))
        claims["email"] = bearer->person->email;
    return jsonAnswer(200, claims);
}

} // namespace framekey::practice
