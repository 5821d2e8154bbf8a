// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scope.h"

#include <algorithm>

namespace framekey::practice
{

Scope parseScope(std::string_view text, std::string_view separators)
{
    Scope scope;
    while (!text.empty()) {
        const std::string_view token = text.substr(0, text.find_first_of(separators));
        text.remove_prefix(std::min(text.size(), token.size() + 1));
        if (!token.empty() && !contains(scope, token))
            scope.emplace_back(token);
    }
    return scope;
}

std::string toText(const Scope &scope, std::string_view separator)
{
    std::string text;
    for (const std::string &token : scope)
        text.append(text.empty() ? std::string_view() : separator).append(token);
    return text;
}

bool isWithin(const Scope &part, const Scope &whole)
{
    return std::ranges::all_of(part, [&](const std::string &token) { return contains(whole, token); });
}

bool contains(const Scope &scope, std::string_view token)
{
    return std::ranges::find(scope, token) != scope.end();
}

} // namespace framekey::practice
