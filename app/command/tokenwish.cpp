// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenwish.h"

#include "duration.h"

#include <cstdlib>

namespace framekey::command
{

namespace
{

/// A renewal that gets no answer takes 30 s, and is tried once more.
constexpr long usualTimeout = 75;

} // namespace

std::string_view environmentText(const char *name)
{
    const char *value = std::getenv(name);
    return value != nullptr ? std::string_view(value) : std::string_view();
}

bool TokenWish::takes(ArgumentReader &reader)
{
    std::string_view value;
    if (reader.isOption({"--account", "-a", "-u"}, account) || reader.isOption({"--name"}, name))
        return true;
    if (reader.isOption({"--min-valid", "--time"}, value))
        minValid = durationOf(reader, "--min-valid", value);
    else if (reader.isOption({"--timeout"}, value))
        timeout = durationOf(reader, "--timeout", value);
    else if (reader.isFlag({"--wait"}))
        wait = true;
    else if (reader.isFlag({"--force-refresh"}))
        force = true;
    else if (reader.isFlag({"--no-start"}))
        mayStart = false;
    else
        return false;
    return true;
}

void TokenWish::complete(ArgumentReader &reader, std::string_view word)
{
    if (!word.empty() && !account.empty() && word != account)
        reader.mistake("Two accounts are named.");
    if (!word.empty())
        account = word;
    if (account.empty())
        account = environmentText("FRAMEKEY_ACCOUNT");
    if (wait && !environmentText("FRAMEKEY_NO_PROMPT").empty())
        wait = false;
}

Request TokenWish::request() const
{
    Request request = Request::order("token");
    request.textIfAny("account", account).number("minValid", minValid).textIfAny("name", name);
    if (force)
        request.flag("force");
    if (wait)
        request.flag("wait");
    return std::move(request.finish());
}

Manner TokenWish::manner() const
{
    Manner manner{.mayStart = mayStart, .mayRepeat = true, .deadline = {}};
    // Who waits for a person waits as long as the sign-in does, unless told otherwise.
    if (timeout || !wait)
        manner.deadline =
            std::chrono::steady_clock::now() + std::chrono::seconds(timeout.value_or(usualTimeout));
    return manner;
}

long durationOf(ArgumentReader &reader, std::string_view option, std::string_view text)
{
    const auto seconds = parseDuration(text);
    if (!seconds && !reader.isWrong())
        reader.mistake(std::string(option) + " is a time like 90, 5m or 8h, not '" + std::string(text) +
                       "'.");
    return seconds.value_or(0);
}

} // namespace framekey::command
