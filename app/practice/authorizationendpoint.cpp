// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorizationendpoint.h"

#include "pages.h"
#include "people.h"
#include "secrets.h"

namespace framekey::practice
{
namespace
{

Answer overPage()
{
    return messagePage(
        400, "This page is over",
        "This sign-in was answered before or has waited too long. Go back to the program and start again.");
}

} // namespace

AuthorizationEndpoint::AuthorizationEndpoint(const Clients &clients, const Persona &persona, Grants &grants)
    : m_clients(clients), m_persona(persona), m_grants(grants)
{
}

Answer AuthorizationEndpoint::begin(const Request &request, const std::string &forcedError, Record &record)
{
    const auto checked = checkAuthorizationRequest(request.query, m_clients, m_persona);
    if (!checked)
        return checked.error();
    if (!forcedError.empty())
        return errorRedirect(checked->redirectUri, checked->state, forcedError,
                             "A fault that was asked for.");
    if (m_persona.ways.remembersPerson)
        return proceed(request, *checked, record);
    return loginPage(m_transactions.begin(*checked), *checked, m_persona);
}

// github AdobeDocs/adobe-dev-console, ims.md: what `prompt` does at /ims/authorize/v2.
Answer AuthorizationEndpoint::proceed(const Request &request, const AuthorizationRequest &checked,
                                      Record &record)
{
    const auto person = m_sessions.person(request.cookie);
    if (checked.prompt == "none")
        return answerSilently(request, checked, person, record);
    const std::string transaction = m_transactions.begin(checked);
    const Person *known = person ? m_persona.findPerson(*person) : nullptr;
    if (checked.prompt == "login" || known == nullptr)
        return loginPage(transaction, checked, m_persona);
    m_transactions.logIn(transaction, known->key);
    record["person"] = known->key;
    return consentPage(transaction, checked, *known, m_persona);
}

Answer AuthorizationEndpoint::answerSilently(const Request &request, const AuthorizationRequest &checked,
                                             const std::optional<std::string> &person, Record &record)
{
    if (!person)
        return errorRedirect(checked.redirectUri, checked.state, "login_required", "Nobody is signed in.");
    if (!m_sessions.hasConsented(request.cookie, checked.client->id, checked.scope))
        return errorRedirect(checked.redirectUri, checked.state, "consent_required",
                             "The person was not asked for all of this yet.");
    return allow({checked, *person}, checked.scope, record);
}

Answer AuthorizationEndpoint::logIn(const Request &request, Record &record)
{
    const Person *person = m_persona.findPerson(request.body.value("person"));
    if (person == nullptr)
        return messagePage(400, "Nobody was chosen", "Go back and choose one of the people.");
    const auto transaction = m_transactions.logIn(request.body.value("transaction"), person->key);
    if (!transaction)
        return overPage();
    record["person"] = person->key;
    Answer page = consentPage(request.body.value("transaction"), transaction->request, *person, m_persona);
    if (m_persona.ways.remembersPerson)
        page.headers.emplace("Set-Cookie", m_sessions.begin(person->key, m_isSecure));
    return page;
}

Answer AuthorizationEndpoint::decide(const Request &request, Record &record)
{
    const std::string decision = request.body.value("decision");
    if (decision != "allow" && decision != "deny")
        return messagePage(400, "Nothing was decided", "Go back and choose Allow or Deny.");
    const auto transaction = m_transactions.finish(request.body.value("transaction"));
    if (!transaction)
        return overPage();
    record["person"] = transaction->person;
    record["decision"] = decision;

    // What was not asked for cannot be granted, whatever the form says.
    Scope granted = transaction->request.scope;
    const std::vector<std::string> ticked = request.body.values("scope");
    std::erase_if(granted, [&](const std::string &token) { return !contains(ticked, token); });
    if (decision == "deny" || granted.empty())
        return errorRedirect(transaction->request.redirectUri, transaction->request.state, "access_denied",
                             "The person did not allow access.");
    m_sessions.rememberConsent(request.cookie, transaction->request.client->id, granted);
    return allow(*transaction, granted, record);
}

Answer AuthorizationEndpoint::allow(const Transaction &transaction, const Scope &allowed, Record &record)
{
    Scope granted = allowed;
    const Person *person = m_persona.findPerson(transaction.person);
    if (!m_persona.addedScope.empty() && person->obstacle != Obstacle::ScopeMissing)
        granted.emplace_back(m_persona.addedScope);
    const AuthorizationRequest &request = transaction.request;
    const std::string code = m_grants.issueCode(
        {request.client->id, transaction.person, request.redirectUri, request.codeChallenge, granted});
    const std::string scope = toText(granted);
    record["granted_scope"] = scope;
    record["issued_code_sha256"] = sha256Hex(code);
    if (m_persona.ways.scopeInRedirect)
        return clientRedirect(request.redirectUri, request.state, {{"code", code}, {"scope", scope}});
    return clientRedirect(request.redirectUri, request.state, {{"code", code}});
}

} // namespace framekey::practice
