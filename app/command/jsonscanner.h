// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace framekey::command
{

/// Walks over JSON (RFC 8259) without taking any memory. Each call moves behind what it names, or fails and
/// says so; after a failure nothing more is to be asked.
class JsonScanner
{
public:
    explicit JsonScanner(std::string_view text) : m_text(text) {}

    /// Moves behind this character, and blanks before it.
    bool character(char wanted);
    /// Moves behind a string. `raw` is what stands between its quotes, escapes and all.
    bool string(std::string_view &raw);
    /// Moves behind `true`, `false`, `null` or a number. `raw` is its text.
    bool scalar(std::string_view &raw);
    /// Moves behind any value.
    bool value(int depth = 0);
    /// What comes next, behind blanks; 0 at the end.
    [[nodiscard]] char peek();
    [[nodiscard]] bool atEnd() { return peek() == 0 && m_position == m_text.size(); }

private:
    void skipBlanks();
    bool escape();
    bool object(int depth);
    bool array(int depth);

    std::string_view m_text;
    std::size_t m_position = 0;
};

/// Writes what a string's `raw` text means, as UTF-8, to `out`, which has room for as much as `raw` is long.
/// How many bytes that were; none where an escape means no character.
[[nodiscard]] std::optional<std::size_t> unescape(std::string_view raw, char *out);

} // namespace framekey::command
