// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "help.h"

#include "helptexts.h"
#include "output.h"

#include <algorithm>

namespace framekey::command
{

std::string_view helpOf(std::string_view verb)
{
    const auto *found = std::ranges::find(helpTexts, verb, &HelpText::verb);
    return found == helpTexts.end() ? std::string_view() : found->text;
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
