// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountrequest.h"

#include "people.h"

namespace framekey::practice
{
namespace
{

/// The shape of Frame.io's own errors.
Answer apiError(int status, std::string_view message, std::string_view detail)
{
    return jsonAnswer(
        status,
        {{"code", status},
         {"errors", nlohmann::ordered_json::array(
                        {{{"code", status}, {"detail", detail}, {"status", status}, {"title", message}}})},
         {"message", message}});
}

Answer notAuthorized(std::string_view detail)
{
    Answer answer = apiError(401, "Not Authorized", detail);
    answer.headers.emplace("WWW-Authenticate", "Bearer realm=\"framekey-practice\", error=\"invalid_token\"");
    return answer;
}

} // namespace

Answer accountRequest(const Request &request, Record &record, const Persona &persona, Grants &grants)
{
    constexpr std::string_view scheme = "Bearer ";
    if (!request.authorization.starts_with(scheme))
        return notAuthorized("An access token is needed.");
    const auto access = grants.findAccess(request.authorization.substr(scheme.size()));
    const Person *person = access ? findPerson(access->person) : nullptr;
    if (person == nullptr)
        return notAuthorized("The access token is unknown, revoked or too old.");
    record["person"] = person->key;
    if (!persona.personScope.empty() && !contains(access->scope, persona.personScope))
        return apiError(403, "Forbidden",
                        "The scope " + std::string(persona.personScope) + " was not granted.");

    if (request.path.starts_with("/v4/"))
        return jsonAnswer(200, {{"data",
                                 {{"id", person->id},
                                  {"name", person->name},
                                  {"email", person->email},
                                  {"avatar_url", nullptr}}}});
    return jsonAnswer(200, {{"_type", "user"},
                            {"account_id", person->accountId},
                            {"email", person->email},
                            {"id", person->id},
                            {"name", person->name}});
}

} // namespace framekey::practice
