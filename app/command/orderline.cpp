// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orderline.h"

#include "help.h"
#include "output.h"

namespace framekey::command
{

std::expected<OrderOptions, ExitCode> readOrderLine(Arguments arguments, std::string_view verb)
{
    OrderOptions options;
    std::string_view word;
    ArgumentReader reader(arguments);
    while (reader.next()) {
        if (!options.takes(reader) && !reader.isWord(word))
            reader.isNothing();
    }
    options.complete(reader, word);
    if (reader.wantsHelp() || reader.isWrong())
        return std::unexpected(helpOrComplain(reader, verb));
    return options;
}

std::expected<Json, ExitCode> answered(std::expected<Json, Trouble> answer)
{
    if (!answer)
        return std::unexpected(report(answer.error()));
    return *std::move(answer);
}

ExitCode putMembers(const Json &answer)
{
    Json shown = answer;
    shown.erase("ok");
    return put(shown.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n');
}

} // namespace framekey::command
