// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orderline.h"
#include "output.h"
#include "pause.h"
#include "verbs.h"

#include <algorithm>

namespace framekey::command
{

namespace
{

/// A keychain is read soon after a start; before that nothing is known.
constexpr int mostLooks = 25;

bool isStarting(const Json &account)
{
    return textOf(account, "state") == "starting";
}

std::expected<Json, Trouble> accountsOf(const OrderOptions &options)
{
    for (int looks = 0;; ++looks) {
        Request request = Request::order("status");
        auto answer = carryOut(request, options, true);
        if (!answer)
            return answer;
        Json accounts = answer->value("accounts", Json::array());
        if (!accounts.is_array() ||
            !std::ranges::all_of(accounts, [](const Json &one) { return one.is_object(); }))
            return std::unexpected(Trouble{ExitCode::Failed, "Framekey's answer is not understood.", {}});
        if (looks == mostLooks || std::ranges::none_of(accounts, isStarting))
            return accounts;
        sleepFor(200);
    }
}

bool isMeant(const Json &account, std::string_view named)
{
    if (named.empty())
        return account.value("default", false);
    return textOf(account, "name") == named || textOf(account, "id") == named;
}

ExitCode meaningOf(const Json &account)
{
    const std::string state = textOf(account, "state");
    if (state == "signed-in" || state == "renewing")
        return ExitCode::Good;
    if (state == "keychain-locked")
        return ExitCode::Keychain;
    return state == "offline" || state == "starting" ? ExitCode::TryLater : ExitCode::SignInNeeded;
}

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
    std::string text = (account.value("default", false) ? "* " : "  ") + textOf(account, "name") + ": ";
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
        return put(Json{{"version", 1}, {"accounts", accounts}}.dump(-1, ' ', false,
                                                                     Json::error_handler_t::replace) +
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
    auto accounts = accountsOf(*options);
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
    const auto accounts = accountsOf(*options);
    if (!accounts)
        return report(accounts.error());
    Json listed = Json::array();
    std::string names;
    for (const Json &account : *accounts) {
        listed.push_back({{"name", textOf(account, "name")},
                          {"id", textOf(account, "id")},
                          {"provider", textOf(account, "provider")},
                          {"default", account.value("default", false)}});
        names += textOf(account, "name") + '\n';
    }
    return options->json ? put(Json{{"version", 1}, {"accounts", listed}}.dump() + '\n') : put(names);
}

} // namespace framekey::command
