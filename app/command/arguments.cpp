// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

#include "nearest.h"

#include <utility>

namespace framekey::command
{

bool ArgumentReader::next()
{
    if (m_isWrong || m_wantsHelp || m_left.empty())
        return false;
    m_current = m_left.front();
    m_left = m_left.subspan(1);
    m_askedCount = 0;
    if (m_current == "--") {
        if (m_behind == Behind::Nothing && !m_left.empty())
            mistake("'" + std::string(m_left.front()) + "' is not understood.");
        return false;
    }
    m_wantsHelp = m_current == "--help" || m_current == "-h";
    return !m_wantsHelp;
}

bool ArgumentReader::isFlag(Names names)
{
    return isOneOf(names, m_current);
}

bool ArgumentReader::isOption(Names names, std::string_view &value)
{
    const auto option = optionOf(names);
    if (!option)
        return false;
    if (!option->value)
        mistake(std::string(option->name) + " wants a value behind it.");
    else if (option->value->empty())
        mistake(std::string(option->name) + " wants a value, and an empty one is none.");
    else
        value = *option->value;
    return true;
}

std::optional<ArgumentReader::Option> ArgumentReader::optionOf(Names names)
{
    if (isOneOf(names, m_current)) {
        if (m_left.empty())
            return Option{.name = m_current, .value = {}};
        const std::string_view next = m_left.front();
        m_left = m_left.subspan(1);
        return Option{.name = m_current, .value = next};
    }
    const auto equals = m_current.find('=');
    const bool isLong = m_current.starts_with("--");
    if (isLong && equals != std::string_view::npos && isOneOf(names, m_current.substr(0, equals)))
        return Option{.name = m_current.substr(0, equals), .value = m_current.substr(equals + 1)};
    const bool isShort = m_current.size() > 2 && m_current[0] == '-' && !isLong;
    if (isShort && isOneOf(names, m_current.substr(0, 2)))
        return Option{.name = m_current.substr(0, 2), .value = m_current.substr(2)};
    return std::nullopt;
}

bool ArgumentReader::isWord(std::string_view &value)
{
    const bool isOptionLike = m_current.size() > 1 && m_current.front() == '-';
    if (isOptionLike || value.data() != nullptr)
        return false;
    if (m_current.empty())
        mistake("An empty word names nothing: is a variable of the script not set?");
    value = m_current;
    return true;
}

void ArgumentReader::isNothing()
{
    const std::string_view given = m_current.substr(0, m_current.find('='));
    mistake("'" + std::string(given) + "' is not understood.");
    if (const std::string_view meant = nearest(given); !meant.empty())
        m_trouble.next = "Did you mean " + std::string(meant) + "?";
}

void ArgumentReader::mistake(std::string problem)
{
    // The first one is what the others may come from.
    if (!std::exchange(m_isWrong, true))
        m_trouble.problem = std::move(problem);
}

bool ArgumentReader::isOneOf(Names names, std::string_view asked)
{
    for (const std::string_view name : names) {
        if (name == asked)
            return true;
        remember(name);
    }
    return false;
}

void ArgumentReader::remember(std::string_view name)
{
    // What it is near to is worked out only where it comes to that.
    if (name.starts_with("--") && m_askedCount < m_asked.size())
        m_asked[m_askedCount++] = name;
}

std::string_view ArgumentReader::nearest(std::string_view given) const
{
    std::string_view found;
    std::size_t shortest = farthest + 1;
    for (std::size_t i = 0; i < m_askedCount; ++i) {
        const std::size_t distance = distanceBetween(given, m_asked[i]);
        if (distance < shortest) {
            shortest = distance;
            found = m_asked[i];
        }
    }
    return found;
}

} // namespace framekey::command
