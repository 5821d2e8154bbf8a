// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "orderline.h"

#include "help.h"
#include "output.h"

namespace framekey::command
{

namespace
{

bool takes(OrderOptions &options, ArgumentReader &reader, const OrderForm &form)
{
    return options.CallOptions::takes(reader) || (form.json && options.takesJson(reader)) ||
           (form.account && options.takesAccount(reader));
}

} // namespace

std::expected<OrderOptions, ExitCode> readOrderLine(Arguments arguments, std::string_view verb,
                                                    const OrderForm &form)
{
    OrderOptions options;
    std::string_view word;
    ArgumentReader reader(arguments);
    while (reader.next()) {
        if (!takes(options, reader, form) && !(form.account && reader.isWord(word)))
            reader.isNothing();
    }
    options.complete(reader, word);
    if (form.account && form.environment)
        options.readEnvironment();
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
    return put(shown.dump(-1, ' ', true, Json::error_handler_t::replace) + '\n');
}

} // namespace framekey::command
