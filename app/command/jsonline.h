// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secret.h"

#include <string_view>

namespace framekey::command
{

/// Of a request, its line feed among them (docs/socket.md).
constexpr std::size_t longestLine = 8192;

/// An object of JSON on one line, `"version":1` its first member. It may hold a secret, and so is one.
class JsonLine
{
public:
    explicit JsonLine(std::size_t capacity = longestLine);
    /// The beginning of a request to the app.
    static JsonLine order(std::string_view order);

    JsonLine &text(std::string_view name, std::string_view value);
    /// Left out where empty.
    JsonLine &textIfAny(std::string_view name, std::string_view value);
    JsonLine &null(std::string_view name);
    JsonLine &number(std::string_view name, long value);
    JsonLine &flag(std::string_view name, bool value = true);
    /// `words` are apart by commas or blanks.
    JsonLine &list(std::string_view name, std::string_view words);

    /// Whether all of it had room.
    [[nodiscard]] bool fits() const { return !m_line.isFull(); }
    /// The line, whole once it is finished.
    [[nodiscard]] std::string_view line() const { return m_line.reveal(); }
    /// Closes the object; nothing is added any more.
    JsonLine &&finish();

private:
    void name(std::string_view name);
    void quoted(std::string_view text);

    Secret m_line;
};

using Request = JsonLine;

} // namespace framekey::command
