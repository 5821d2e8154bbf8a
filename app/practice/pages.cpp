// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages.h"

#include "html.h"

#include <algorithm>

namespace framekey::practice
{
namespace
{

std::string formHead(std::string_view action, const std::string &transaction)
{
    return "<form method=\"post\" action=\"" + std::string(action) +
           "\">\n<input type=\"hidden\" name=\"transaction\" value=\"" + escaped(transaction) + "\">\n";
}

std::string personButton(const Person &person, bool hasFocus)
{
    const std::string remark =
        person.remark.empty() ? std::string() : "<span class=\"soft\">" + escaped(person.remark) + "</span>";
    return "<button class=\"person\" name=\"person\" value=\"" + escaped(person.key) + '"' +
           (hasFocus ? " autofocus" : "") + "><b aria-hidden=\"true\">" + escaped(person.initials) +
           "</b><span><span>" + escaped(person.name) + "</span><span class=\"soft\">" +
           escaped(person.email) + "</span>" + remark + "</span></button>\n";
}

std::string scopeBox(const std::string &token, const Persona &persona)
{
    return "<label class=\"scope\"><input type=\"checkbox\" name=\"scope\" value=\"" + escaped(token) +
           "\" checked><span>" + escaped(persona.words(token)) + " <code>" + escaped(token) +
           "</code></span></label>\n";
}

} // namespace

Answer loginPage(const std::string &transaction, const AuthorizationRequest &request, const Persona &persona)
{
    std::string content = "<h1>Who is signing in?</h1>\n<p class=\"soft\">The program <code>" +
                          escaped(request.client->id) +
                          "</code> wants to act for you. Choose one of these invented people; " +
                          "there is no password.</p>\n" + formHead("/oauth2/auth/login", transaction);
    std::vector<Person> people(persona.people.begin(), persona.people.end());
    const auto hinted = std::ranges::find(people, request.loginHint, &Person::email);
    if (hinted != people.end())
        std::rotate(people.begin(), hinted, std::next(hinted));
    for (const Person &person : people)
        content += personButton(person, &person == &people.front());
    return htmlAnswer(200, "Sign in", content + "</form>\n", request.redirectUri);
}

Answer consentPage(const std::string &transaction, const AuthorizationRequest &request, const Person &person,
                   const Persona &persona)
{
    std::string content = "<h1>Allow access?</h1>\n<p>You are <strong>" + escaped(person.name) +
                          "</strong> <span class=\"soft\">" + escaped(person.email) + "</span>.</p>\n" +
                          formHead("/oauth2/auth/consent", transaction) +
                          "<fieldset><legend>The program <code>" + escaped(request.client->id) +
                          "</code> asks to:</legend>\n";
    for (const std::string &token : request.scope)
        content += scopeBox(token, persona);
    content +=
        "</fieldset>\n<p class=\"soft\">Untick what you do not want to allow.</p>\n"
        "<div class=\"decision\"><button class=\"primary\" name=\"decision\" value=\"allow\">Allow</button>"
        "<button name=\"decision\" value=\"deny\">Deny</button></div>\n</form>\n";
    return htmlAnswer(200, "Allow access", content, request.redirectUri);
}

Answer messagePage(int status, std::string_view title, std::string_view sentence)
{
    const std::string content =
        "<h1>" + escaped(title) + "</h1>\n<p class=\"soft\">" + escaped(sentence) + "</p>\n";
    return htmlAnswer(status, title, content, {});
}

} // namespace framekey::practice
