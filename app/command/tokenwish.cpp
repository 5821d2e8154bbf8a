// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenwish.h"

namespace framekey::command
{

bool TokenWish::takes(ArgumentReader &reader)
{
    std::string_view value;
    if (CallOptions::takes(reader) || takesAccount(reader) || reader.isOption({"--name"}, name))
        return true;
    if (reader.isOption({"--min-valid", "--time"}, value))
        minValid = durationOf(reader, "--min-valid", value);
    else if (reader.isFlag({"--wait"}))
        wait = true;
    else if (reader.isFlag({"--force-refresh"}))
        force = true;
    else
        return false;
    return true;
}

void TokenWish::complete(ArgumentReader &reader, std::string_view word)
{
    CallOptions::complete(reader, word);
    readEnvironment();
    mayAsk = mayPrompt();
    wait = wait && mayAsk;
}

Request TokenWish::request() const
{
    Request request = Request::order("token");
    request.textIfAny("account", account).number("minValid", minValid).textIfAny("name", name);
    if (force)
        request.flag("force");
    if (wait)
        request.flag("wait");
    if (!mayAsk)
        request.flag("mayAsk", false);
    return std::move(request.finish());
}

Manner TokenWish::manner() const
{
    // Who waits for a person waits as long as the sign-in does, unless told otherwise.
    return {
        .mayStart = mayStart, .mayRepeat = true, .deadline = timeout || !wait ? deadline() : std::nullopt};
}

} // namespace framekey::command
