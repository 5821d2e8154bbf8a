// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "help.h"

#include "helptexts.h"
#include "output.h"

#include <initializer_list>

namespace framekey::command
{

std::string_view helpOf(std::string_view verb)
{
    for (const auto textOf : {tokenHelp, accountHelp, programHelp}) {
        if (const std::string_view text = textOf(verb); !text.empty())
            return text;
    }
    return {};
}

std::string_view overview()
{
    return helpOf({});
}

ExitCode helpOrComplain(const ArgumentReader &reader, std::string_view verb)
{
    if (reader.wantsHelp())
        return put(helpOf(verb));
    report(reader.trouble());
    say("See: framekey " + std::string(verb) + " --help");
    return ExitCode::Usage;
}

} // namespace framekey::command
