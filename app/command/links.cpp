// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links.h"

#include "output.h"

#include <algorithm>

namespace framekey::command
{

namespace
{

ExitCode causeOf(std::string_view name)
{
    const auto isOneOf = [name](std::initializer_list<std::string_view> names) {
        return std::ranges::find(names, name) != names.end();
    };
    if (isOneOf({"sign-in", "renewal", "lasting", "scopes"}))
        return ExitCode::SignInNeeded;
    if (isOneOf({"keychain"}))
        return ExitCode::Keychain;
    return isOneOf({"network", "token-endpoint"}) ? ExitCode::TryLater : ExitCode::Failed;
}

std::string lineOf(const Json &link)
{
    std::string text = textOf(link, "state");
    text.resize(std::max<std::size_t>(text.size(), 6), ' ');
    text += textOf(link, "name");
    text.resize(std::max<std::size_t>(text.size(), 18), ' ');
    text += ' ' + textOf(link, "says") + '\n';
    if (const std::string next = textOf(link, "next"); !next.empty())
        text += std::string(19, ' ') + next + '\n';
    return text;
}

} // namespace

Json link(std::string_view name, std::string_view state, std::string_view says, std::string_view next)
{
    return {{"name", std::string(name)},
            {"state", std::string(state)},
            {"says", std::string(says)},
            {"next", std::string(next)}};
}

ExitCode putLinks(const Json &links, bool json)
{
    ExitCode meaning = ExitCode::Good;
    std::string text;
    for (const Json &one : links) {
        text += lineOf(one);
        if (textOf(one, "state") == "bad" && meaning == ExitCode::Good)
            meaning = causeOf(textOf(one, "name"));
    }
    if (json)
        text =
            Json{{"version", 1}, {"links", links}}.dump(-1, ' ', true, Json::error_handler_t::replace) + '\n';
    const ExitCode printed = put(text);
    return printed == ExitCode::Good ? meaning : printed;
}

} // namespace framekey::command
