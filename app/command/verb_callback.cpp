// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "help.h"
#include "orderline.h"
#include "output.h"
#include "standardinput.h"
#include "verbs.h"

#include <cstring>

namespace framekey::command
{

ExitCode runCallback(Arguments arguments)
{
    OrderOptions options;
    std::string_view address;
    ArgumentReader reader(arguments);
    while (reader.next()) {
        if (!options.CallOptions::takes(reader) && !reader.isWord(address))
            reader.isNothing();
    }
    if (!reader.wantsHelp() && address.empty())
        reader.mistake("The address is missing; - reads it from standard input.");
    if (reader.wantsHelp() || reader.isWrong())
        return helpOrComplain(reader, "callback");
    Secret given = address == "-" ? readLine() : Secret(address);
    // The code in it is shown to nobody any longer than need be.
    if (address != "-")
        ::explicit_bzero(const_cast<char *>(address.data()), address.size());
    if (given.isEmpty())
        return report({ExitCode::Usage, "There was no address on standard input.", {}});
    // A sign-in that waits for it is one of an app that runs.
    options.mayStart = false;
    Request request = Request::order("redirect");
    request.text("address", given.reveal());
    const auto answer = answered(carryOut(request, options));
    if (!answer)
        return answer.error();
    say("The address was taken by the sign-in that waits for it.");
    return ExitCode::Good;
}

} // namespace framekey::command
