// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the app answers is read from a socket. Whatever comes, nothing but a whole token of visible ASCII is
// ever one.
#include "command/answer.h"

#include "fuzz.h"

#include <algorithm>
#include <string>

using namespace framekey;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view line(reinterpret_cast<const char *>(data), size);
    const auto answer = command::parseAnswer(line);
    if (!answer)
        return 0;
    const bool isVisible =
        std::ranges::all_of(answer->token.reveal(), [](char c) { return c >= 0x21 && c <= 0x7e; });
    test::mustHold(isVisible, "a token is visible ASCII (T7)");
    const auto same = command::parseAnswer(' ' + std::string(line) + "\r\n");
    test::mustHold(same && same->token.reveal() == answer->token.reveal() && same->problem == answer->problem,
                   "blanks round it change nothing");
    test::mustHold(!command::parseAnswer(line.substr(0, line.rfind('}'))),
                   "without its last brace it is none");
    return 0;
}
