// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonscanner.h"

#include <algorithm>

namespace framekey::command
{

namespace
{

constexpr int deepest = 16;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexadecimal(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

std::size_t digitsAt(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end - at;
}

/// RFC 8259 6.
bool isNumber(std::string_view text)
{
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = digitsAt(text, at);
    if (whole == 0 || (whole > 1 && text[at] == '0'))
        return false;
    at += whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = digitsAt(text, at + 1);
        if (fraction == 0)
            return false;
        at += 1 + fraction;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        const std::size_t exponent = digitsAt(text, at);
        if (exponent == 0)
            return false;
        at += exponent;
    }
    return at == text.size();
}

} // namespace

void JsonScanner::skipBlanks()
{
    while (m_position < m_text.size() && isBlank(m_text[m_position]))
        ++m_position;
}

char JsonScanner::peek()
{
    skipBlanks();
    return m_position < m_text.size() ? m_text[m_position] : '\0';
}

bool JsonScanner::character(char wanted)
{
    if (peek() != wanted || m_position == m_text.size())
        return false;
    ++m_position;
    return true;
}

bool JsonScanner::string(std::string_view &raw)
{
    if (!character('"'))
        return false;
    const std::size_t start = m_position;
    while (m_position < m_text.size()) {
        const char c = m_text[m_position++];
        if (c == '"') {
            raw = m_text.substr(start, m_position - 1 - start);
            return true;
        }
        if (static_cast<unsigned char>(c) < 0x20 || (c == '\\' && !escape()))
            return false;
    }
    return false;
}

bool JsonScanner::escape()
{
    constexpr std::string_view simple = "\"\\/bfnrt";
    if (m_position == m_text.size())
        return false;
    const char c = m_text[m_position++];
    if (c != 'u')
        return simple.find(c) != std::string_view::npos;
    const std::string_view digits = m_text.substr(m_position, 4);
    m_position += digits.size();
    return digits.size() == 4 && std::ranges::all_of(digits, isHexadecimal);
}

bool JsonScanner::scalar(std::string_view &raw)
{
    skipBlanks();
    const std::size_t end = std::min(m_text.find_first_of(",]} \t\r\n", m_position), m_text.size());
    raw = m_text.substr(m_position, end - m_position);
    m_position = end;
    return raw == "true" || raw == "false" || raw == "null" || isNumber(raw);
}

bool JsonScanner::value(int depth)
{
    std::string_view raw;
    const char next = peek();
    if (next == '"')
        return string(raw);
    if (next != '{' && next != '[')
        return scalar(raw);
    if (depth == deepest)
        return false;
    return next == '{' ? object(depth + 1) : array(depth + 1);
}

bool JsonScanner::object(int depth)
{
    character('{');
    if (character('}'))
        return true;
    std::string_view name;
    do {
        if (!string(name) || !character(':') || !value(depth))
            return false;
    } while (character(','));
    return character('}');
}

bool JsonScanner::array(int depth)
{
    character('[');
    if (character(']'))
        return true;
    do {
        if (!value(depth))
            return false;
    } while (character(','));
    return character(']');
}

} // namespace framekey::command
