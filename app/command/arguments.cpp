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
    if (m_current == "--")
        return false;
    m_wantsHelp = m_current == "--help" || m_current == "-h";
    return !m_wantsHelp;
}

bool ArgumentReader::isFlag(Names names)
{
    return isOneOf(names, m_current);
}

bool ArgumentReader::isOption(Names names, std::string_view &value)
{
    if (isOneOf(names, m_current))
        return takeNext(m_current, value);
    const auto equals = m_current.find('=');
    if (m_current.starts_with("--") && equals != std::string_view::npos) {
        value = isOneOf(names, m_current.substr(0, equals)) ? m_current.substr(equals + 1) : value;
        return isOneOf(names, m_current.substr(0, equals));
    }
    const bool isShort = m_current.size() > 2 && m_current[0] == '-' && m_current[1] != '-';
    if (!isShort || !isOneOf(names, m_current.substr(0, 2)))
        return false;
    value = m_current.substr(2);
    return true;
}

bool ArgumentReader::isWord(std::string_view &value)
{
    const bool isOptionLike = m_current.size() > 1 && m_current.front() == '-';
    if (isOptionLike || value.data() != nullptr)
        return false;
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

bool ArgumentReader::takeNext(std::string_view name, std::string_view &value)
{
    if (m_left.empty()) {
        mistake(std::string(name) + " wants a value behind it.");
        return true;
    }
    value = m_left.front();
    m_left = m_left.subspan(1);
    return true;
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
