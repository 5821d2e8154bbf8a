// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the app answers is read from a socket. Whatever comes, nothing but a whole token of visible ASCII is
// ever one.
#include "answer.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view line(reinterpret_cast<const char *>(data), size);
    const auto answer = framekey::command::parseAnswer(line);
    if (!answer)
        return 0;
    const bool isVisible =
        std::ranges::all_of(answer->token.reveal(), [](char c) { return c >= 0x21 && c <= 0x7e; });
    // A line that is one stays one with blanks round it, and is none without its last brace.
    const auto same = framekey::command::parseAnswer(' ' + std::string(line) + "\r\n");
    const bool isSame =
        same && same->token.reveal() == answer->token.reveal() && same->problem == answer->problem;
    const auto cut = framekey::command::parseAnswer(line.substr(0, line.rfind('}')));
    if (!isVisible || !isSame || cut)
        std::abort();
    return 0;
}
