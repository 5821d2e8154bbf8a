// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer.h"

#include "jsonscanner.h"

#include <algorithm>
#include <charconv>

namespace framekey::command
{

namespace
{

bool isVisible(char c)
{
    return c >= 0x21 && c <= 0x7e;
}

/// Collects an answer, one member after another.
class Collector
{
public:
    /// Moves `scan` behind the member's value. False where it is of a wrong kind, or there for the second
    /// time.
    bool member(std::string_view name, JsonScanner &scan);
    [[nodiscard]] bool isWhole() const { return m_hasVersion && m_hasOk; }
    [[nodiscard]] Answer take() { return std::move(m_answer); }

private:
    bool version(JsonScanner &scan);
    bool ok(JsonScanner &scan);
    bool expiresIn(JsonScanner &scan);
    bool token(JsonScanner &scan);
    bool text(std::string_view name, JsonScanner &scan);
    std::string *textOf(std::string_view name);

    Answer m_answer;
    bool m_hasVersion = false;
    bool m_hasOk = false;
};

bool Collector::member(std::string_view name, JsonScanner &scan)
{
    if (name == "version")
        return version(scan);
    if (name == "ok")
        return ok(scan);
    if (name == "token")
        return token(scan);
    if (name == "expiresIn")
        return expiresIn(scan);
    return textOf(name) != nullptr ? text(name, scan) : scan.value();
}

bool Collector::version(JsonScanner &scan)
{
    std::string_view raw;
    const bool isFirst = !std::exchange(m_hasVersion, true);
    return isFirst && scan.scalar(raw) && raw == "1";
}

bool Collector::ok(JsonScanner &scan)
{
    std::string_view raw;
    const bool isFirst = !std::exchange(m_hasOk, true);
    if (!isFirst || !scan.scalar(raw))
        return false;
    m_answer.ok = raw == "true";
    return m_answer.ok || raw == "false";
}

bool Collector::expiresIn(JsonScanner &scan)
{
    std::string_view raw;
    if (m_answer.expiresIn || !scan.scalar(raw))
        return false;
    if (raw == "null")
        return true;
    long seconds = 0;
    const auto end = std::from_chars(raw.data(), raw.data() + raw.size(), seconds);
    m_answer.expiresIn = seconds;
    return end.ec == std::errc() && end.ptr == raw.data() + raw.size();
}

bool Collector::token(JsonScanner &scan)
{
    std::string_view raw;
    if (!m_answer.token.isEmpty() || !scan.string(raw) || raw.empty())
        return false;
    m_answer.token = Secret(raw.size());
    const auto size = unescape(raw, m_answer.token.end());
    m_answer.token.grow(size.value_or(0));
    return size && std::ranges::all_of(m_answer.token.reveal(), isVisible);
}

bool Collector::text(std::string_view name, JsonScanner &scan)
{
    std::string_view raw;
    std::string &text = *textOf(name);
    if (scan.peek() == 'n')
        return scan.value();
    if (!text.empty() || !scan.string(raw))
        return false;
    text.resize(raw.size());
    const auto size = unescape(raw, text.data());
    text.resize(size.value_or(0));
    return size.has_value();
}

std::string *Collector::textOf(std::string_view name)
{
    if (name == "account")
        return &m_answer.account;
    if (name == "expiresAt")
        return &m_answer.expiresAt;
    if (name == "refusal")
        return &m_answer.refusal;
    if (name == "problem")
        return &m_answer.problem;
    if (name == "next")
        return &m_answer.next;
    return name == "note" ? &m_answer.note : nullptr;
}

} // namespace

std::optional<Answer> parseAnswer(std::string_view line)
{
    JsonScanner scan(line);
    Collector collector;
    std::string_view name;
    if (!scan.character('{'))
        return std::nullopt;
    do {
        if (!scan.string(name) || !scan.character(':') || !collector.member(name, scan))
            return std::nullopt;
    } while (scan.character(','));
    if (!scan.character('}') || !scan.atEnd() || !collector.isWhole())
        return std::nullopt;
    return collector.take();
}

} // namespace framekey::command
