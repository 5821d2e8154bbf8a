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

Answer AuthorizationEndpoint::begin(const Request &request, const std::string &forcedError)
{
    const auto checked = checkAuthorizationRequest(request.query, m_clients, m_persona);
    if (!checked)
        return checked.error();
    if (!forcedError.empty())
        return errorRedirect(checked->redirectUri, checked->state, forcedError,
                             "A fault that was asked for.");
    return loginPage(m_transactions.begin(*checked), *checked);
}

Answer AuthorizationEndpoint::logIn(const Request &request, Record &record)
{
    const Person *person = findPerson(request.body.value("person"));
    if (person == nullptr)
        return messagePage(400, "Nobody was chosen", "Go back and choose one of the three people.");
    const auto transaction = m_transactions.logIn(request.body.value("transaction"), person->key);
    if (!transaction)
        return overPage();
    record["person"] = person->key;
    return consentPage(request.body.value("transaction"), transaction->request, *person, m_persona);
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
    return allow(*transaction, granted, record);
}

Answer AuthorizationEndpoint::allow(const Transaction &transaction, const Scope &granted, Record &record)
{
    const AuthorizationRequest &request = transaction.request;
    const std::string code = m_grants.issueCode(
        {request.client->id, transaction.person, request.redirectUri, request.codeChallenge, granted});
    const std::string scope = toText(granted);
    record["granted_scope"] = scope;
    record["issued_code_sha256"] = sha256Hex(code);
    if (m_persona.scopeInRedirect)
        return clientRedirect(request.redirectUri, request.state, {{"code", code}, {"scope", scope}});
    return clientRedirect(request.redirectUri, request.state, {{"code", code}});
}

} // namespace framekey::practice
