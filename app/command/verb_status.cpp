// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountstates.h"
#include "orderline.h"
#include "output.h"
#include "verbs.h"

#include <algorithm>

namespace framekey::command
{

namespace
{

std::string stateWords(const Json &account)
{
    std::string words = textOf(account, "state");
    std::ranges::replace(words, '-', ' ');
    const Json person = account.value("person", Json());
    if (person.is_object() && !textOf(person, "name").empty())
        words += " as " + textOf(person, "name");
    if (person.is_object() && !textOf(person, "email").empty())
        words += " <" + textOf(person, "email") + ">";
    const Json left = account.value("expiresIn", Json());
    if (meaningOf(account) != ExitCode::SignInNeeded && left.is_number_integer())
        words += ", token good for " + spanWords(left.get<long>());
    if (textOf(account, "storage") == "memory")
        words += ", in memory only";
    return words;
}

std::string describe(const Json &account)
{
    std::string text = (flagOf(account, "default") ? "* " : "  ") + textOf(account, "name") + ": ";
    text += stateWords(account) + '\n';
    std::string granted;
    for (const Json &scope : account.value("grantedScopes", Json::array()))
        granted += scope.is_string() ? ' ' + printable(scope.get<std::string>()) : std::string();
    if (!granted.empty())
        text += "    granted:" + granted + '\n';
    if (const Json problem = account.value("problem", Json()); problem.is_object())
        text += "    problem: " + textOf(problem, "message") + ' ' + textOf(problem, "next") + '\n';
    return text;
}

ExitCode print(const Json &accounts, bool json)
{
    if (json)
        return put(
            Json{{"version", 1}, {"accounts", accounts}}.dump(-1, ' ', true, Json::error_handler_t::replace) +
            '\n');
    std::string text;
    for (const Json &account : accounts)
        text += describe(account);
    return put(text);
}

} // namespace

ExitCode runStatus(Arguments arguments)
{
    const auto options = readOrderLine(arguments, "status", {.environment = false});
    if (!options)
        return options.error();
    auto accounts = accountsOf(*options, Starting::WaitedFor);
    if (!accounts)
        return report(accounts.error());
    const auto isTheOne = [&](const Json &account) { return isMeant(account, options->account); };
    const auto meant = std::ranges::find_if(*accounts, isTheOne);
    if (meant == accounts->end() && !options->account.empty())
        return report({ExitCode::Usage, "There is no account '" + std::string(options->account) + "'.",
                       "See: framekey list"});
    const ExitCode meaning = meant == accounts->end() ? ExitCode::SignInNeeded : meaningOf(*meant);
    const Json shown = options->account.empty() ? *accounts : Json::array({*meant});
    if (const ExitCode printed = print(shown, options->json); printed != ExitCode::Good)
        return printed;
    if (accounts->empty())
        say("There is no account yet. Add one: framekey open");
    return meaning;
}

ExitCode runList(Arguments arguments)
{
    const auto options = readOrderLine(arguments, "list", {.account = false});
    if (!options)
        return options.error();
    const auto accounts = accountsOf(*options, Starting::Taken);
    if (!accounts)
        return report(accounts.error());
    Json listed = Json::array();
    std::string names;
    for (const Json &account : *accounts) {
        listed.push_back({{"name", textOf(account, "name")},
                          {"id", textOf(account, "id")},
                          {"provider", textOf(account, "provider")},
                          {"default", flagOf(account, "default")}});
        names += textOf(account, "name") + '\n';
    }
    return options->json ? put(Json{{"version", 1}, {"accounts", listed}}.dump(-1, ' ', true) + '\n')
                         : put(names);
}

} // namespace framekey::command
