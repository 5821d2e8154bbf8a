// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service.h"

#include "accountrequest.h"
#include "faultanswer.h"
#include "metadata.h"
#include "pages.h"
#include "revocationendpoint.h"

#include <algorithm>
#include <sstream>

namespace framekey::practice
{

Service::Service(const Setup &setup)
    : m_persona(*setup.persona)
    , m_clients(setup.clients)
    , m_secrets(setup.secretsPath)
    , m_grants(setup.statePath, setup.accessTokenLifetime, m_persona, m_secrets)
    , m_authorizationEndpoint(m_clients, m_persona, m_grants)
    , m_tokenEndpoint(m_clients, m_persona, m_grants)
    , m_faults(setup.faults)
{
    addProtocolRoutes();
    if (setup.control)
        addControlRoutes();
}

void Service::setIssuer(std::string issuer)
{
    m_issuer = std::move(issuer);
    m_authorizationEndpoint.setSecure(m_issuer.starts_with("https:"));
}

Service::Outcome Service::answer(const Request &request, Record &record)
{
    const auto route = std::ranges::find_if(m_routes, [&](const Route &known) {
        return known.path == request.path && known.method == request.method;
    });
    if (route == m_routes.end())
        return {answerUnknown(request), std::nullopt};
    // Here, for a fault may keep it from whoever looks at it.
    if (const auto verifier = request.body.find("code_verifier"))
        m_secrets.write({{"kind", "code_verifier"}, {"value", *verifier}});
    std::optional<Fault> fault;
    if (!route->faultPoint.empty())
        fault = m_faults.take(route->faultPoint, request.body.value("grant_type"));
    if (fault) {
        record["fault"] = fault->name;
        // An error of the authorization endpoint goes to the client by redirect, so that one is processed.
        const bool byRedirect = fault->name == "error" && fault->at == "authorize";
        if (auto instead = byRedirect ? std::nullopt : answerInstead(*fault))
            return {*std::move(instead), fault};
    }
    return {route->handler({request, record, fault}), fault};
}

void Service::addProtocolRoutes()
{
    const EndpointPaths &paths = m_persona.paths;
    m_routes = {
        {"GET", paths.authorization, "authorize",
         [this](const Call &call) {
             const bool forced = call.fault && call.fault->name == "error";
             return m_authorizationEndpoint.begin(call.request, forced ? call.fault->argument : "",
                                                  call.record);
         }},
        {"POST", "/oauth2/auth/login", "",
         [this](const Call &call) { return m_authorizationEndpoint.logIn(call.request, call.record); }},
        {"POST", "/oauth2/auth/consent", "",
         [this](const Call &call) { return m_authorizationEndpoint.decide(call.request, call.record); }},
        {"POST", paths.token, "token",
         [this](const Call &call) {
             const auto fault = call.fault ? tokenAnswerFault(*call.fault) : TokenAnswerFault();
             return m_tokenEndpoint.answer(call.request, call.record, fault);
         }},
        {"POST", paths.revocation, "revoke",
         [this](const Call &call) {
             return revoke(call.request, call.record, m_clients, m_persona, m_grants);
         }},
        {"GET", "/.well-known/oauth-authorization-server", "",
         [this](const Call &) { return metadata(m_issuer, m_persona); }},
        {"GET", "/", "",
         [](const Call &) {
             return messagePage(
                 200, "framekey-practice",
                 "A small authorization server to try Framekey with. A sign-in starts in the program.");
         }},
    };
    addApiRoutes();
}

void Service::addApiRoutes()
{
    const EndpointPaths &paths = m_persona.paths;
    const auto account = [this](const Call &call) {
        return accountRequest(call.request, call.record, m_persona, m_grants);
    };
    m_routes.push_back({"GET", "/v4/me", "me", account});
    if (m_persona.ways.bothApiVersions)
        m_routes.push_back({"GET", "/v2/me", "me", account});
    if (!paths.userinfo.empty())
        m_routes.push_back({"GET", paths.userinfo, "", [this](const Call &call) {
                                return userinfo(call.request, call.record, m_persona, m_grants);
                            }});
    if (!paths.configuration.empty())
        m_routes.push_back(
            {"GET", paths.configuration, "", [this](const Call &) { return metadata(m_issuer, m_persona); }});
}

void Service::addControlRoutes()
{
    m_routes.push_back(
        {"POST", "/_practice/faults", "", [this](const Call &call) { return replaceFaults(call.request); }});
    m_routes.push_back({"POST", "/_practice/expire-all", "", [this](const Call &) {
                            m_grants.expireAll();
                            return jsonAnswer(200, {{"expired", "all"}});
                        }});
    m_routes.push_back({"POST", "/_practice/revoke-all", "", [this](const Call &) {
                            m_grants.revokeAll();
                            return jsonAnswer(200, {{"revoked", "all"}});
                        }});
}

Answer Service::answerUnknown(const Request &request) const
{
    const auto known = std::ranges::find(m_routes, request.path, &Route::path);
    if (known == m_routes.end())
        return messagePage(404, "Nothing here", "This practice server has no page of that name.");
    Answer answer = messagePage(405, "Not this way", "This address does not take that kind of request.");
    answer.headers.emplace("Allow", known->method);
    return answer;
}

Answer Service::replaceFaults(const Request &request)
{
    std::vector<Fault> faults;
    std::istringstream lines(request.content);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty())
            continue;
        auto fault = parseFault(line);
        if (!fault)
            return jsonAnswer(400, {{"error", fault.error()}});
        faults.push_back(*std::move(fault));
    }
    m_faults.replace(std::move(faults));
    return jsonAnswer(200, {{"faults", "replaced"}});
}

} // namespace framekey::practice
