// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonline.h"

#include <charconv>

namespace framekey::command
{

namespace
{

/// How many bytes a character of UTF-8 has that starts here; 0 where none does.
std::size_t characterLength(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xc2 ? 0
                               : lead < 0xe0 ? 2
                               : lead < 0xf0 ? 3
                               : lead < 0xf5 ? 4
                                             : 0;
    if (length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xc0U) != 0x80U)
            return 0;
    }
    return length;
}

} // namespace

JsonLine::JsonLine(std::size_t capacity) : m_line(capacity)
{
    m_line.append(R"({"version":1)");
}

JsonLine JsonLine::order(std::string_view order)
{
    JsonLine line;
    line.text("order", order);
    return line;
}

JsonLine &JsonLine::null(std::string_view name)
{
    this->name(name);
    m_line.append("null");
    return *this;
}

JsonLine &JsonLine::text(std::string_view name, std::string_view value)
{
    this->name(name);
    quoted(value);
    return *this;
}

JsonLine &JsonLine::textIfAny(std::string_view name, std::string_view value)
{
    return value.empty() ? *this : text(name, value);
}

JsonLine &JsonLine::number(std::string_view name, long value)
{
    this->name(name);
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    m_line.append(std::string_view(digits, static_cast<std::size_t>(end - digits)));
    return *this;
}

JsonLine &JsonLine::flag(std::string_view name, bool value)
{
    this->name(name);
    m_line.append(value ? "true" : "false");
    return *this;
}

JsonLine &JsonLine::list(std::string_view name, std::string_view words)
{
    constexpr std::string_view between = ", \t";
    this->name(name);
    m_line.append('[');
    bool isFirst = true;
    for (auto start = words.find_first_not_of(between); start != std::string_view::npos;
         start = words.find_first_not_of(between, start)) {
        const auto end = std::min(words.find_first_of(between, start), words.size());
        if (!isFirst)
            m_line.append(',');
        quoted(words.substr(start, end - start));
        isFirst = false;
        start = end;
    }
    m_line.append(']');
    return *this;
}

JsonLine &&JsonLine::finish()
{
    m_line.append("}\n");
    return std::move(*this);
}

void JsonLine::name(std::string_view name)
{
    m_line.append(',');
    quoted(name);
    m_line.append(':');
}

void JsonLine::quoted(std::string_view text)
{
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    m_line.append('"');
    while (!text.empty()) {
        const auto byte = static_cast<unsigned char>(text.front());
        const std::size_t length = characterLength(text);
        if (length == 0) {
            m_line.append("\xef\xbf\xbd"); // what is no UTF-8 can name nothing either
        } else if (byte == '"' || byte == '\\') {
            m_line.append('\\');
            m_line.append(text.front());
        } else if (byte < 0x20) {
            m_line.append(R"(\u00)");
            m_line.append(hexadecimal[byte >> 4]);
            m_line.append(hexadecimal[byte & 15]);
        } else {
            m_line.append(text.substr(0, length));
        }
        text.remove_prefix(length == 0 ? 1 : length);
    }
    m_line.append('"');
}

} // namespace framekey::command
