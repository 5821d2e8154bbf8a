// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonscanner.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace framekey::command
{

namespace
{

constexpr std::uint32_t none = 0xffffffff;

std::uint32_t fourDigits(std::string_view raw, std::size_t at)
{
    std::uint32_t unit = none;
    if (at + 4 > raw.size() || std::from_chars(&raw[at], &raw[at] + 4, unit, 16).ptr != &raw[at] + 4)
        return none;
    return unit;
}

/// Of the `\u` escape whose digits start at `at`, which is moved behind it; two of them where it takes a
/// pair.
std::uint32_t character(std::string_view raw, std::size_t &at)
{
    const std::uint32_t first = fourDigits(raw, at);
    at += 4;
    if (first < 0xd800 || first > 0xdfff)
        return first;
    const bool isPair = first < 0xdc00 && raw.substr(std::min(at, raw.size())).starts_with("\\u");
    const std::uint32_t second = isPair ? fourDigits(raw, at + 2) : none;
    if (second < 0xdc00 || second > 0xdfff)
        return none;
    at += 6;
    return 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
}

char *encode(std::uint32_t point, char *out)
{
    const auto put = [&out](std::uint32_t byte) { *out++ = static_cast<char>(byte); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xc0 | point >> 6);
        put(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        put(0xe0 | point >> 12);
        put(0x80 | (point >> 6 & 0x3f));
        put(0x80 | (point & 0x3f));
    } else {
        put(0xf0 | point >> 18);
        put(0x80 | (point >> 12 & 0x3f));
        put(0x80 | (point >> 6 & 0x3f));
        put(0x80 | (point & 0x3f));
    }
    return out;
}

char meaning(char escaped)
{
    constexpr std::string_view from = "bfnrt";
    constexpr std::string_view to = "\b\f\n\r\t";
    const auto at = from.find(escaped);
    return at == std::string_view::npos ? escaped : to[at];
}

} // namespace

std::optional<std::size_t> unescape(std::string_view raw, char *out)
{
    char *const start = out;
    for (std::size_t at = 0; at < raw.size();) {
        if (raw[at] != '\\') {
            *out++ = raw[at++];
            continue;
        }
        const char kind = at + 1 < raw.size() ? raw[at + 1] : '\0';
        at += 2;
        if (kind != 'u') {
            *out++ = meaning(kind);
            continue;
        }
        const std::uint32_t point = character(raw, at);
        if (point == none)
            return std::nullopt;
        out = encode(point, out);
    }
    return static_cast<std::size_t>(out - start);
}

} // namespace framekey::command
