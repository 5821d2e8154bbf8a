// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the command is answered to an order other than for a token, whose answer is `commandanswer`'s (F54).
#include "command/order.h"

#include "fuzz.h"

#include <algorithm>
#include <string>

using namespace framekey;

namespace
{

bool movesNoCursor(const std::string &text)
{
    return std::ranges::none_of(text, [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view line(reinterpret_cast<const char *>(data), size);
    const auto answer = command::understand(line, true);
    if (!answer) {
        const command::Trouble &trouble = answer.error();
        test::mustHold(trouble.exitCode != command::ExitCode::Good, "what was refused does not end well");
        test::mustHold(!trouble.problem.empty(), "and is said");
        for (const std::string &text : {trouble.problem, trouble.next, trouble.refusal})
            test::mustHold(movesNoCursor(text), "what is said moves no cursor (T7)");
        return 0;
    }
    test::mustHold(answer->is_object() && command::flagOf(*answer, "ok"), "done is what says so");
    for (const auto &[name, value] : answer->items())
        test::mustHold(movesNoCursor(command::textOf(*answer, name)),
                       "a text that is shown moves no cursor (T7)");
    return 0;
}
