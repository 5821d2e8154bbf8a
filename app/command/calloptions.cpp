// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calloptions.h"

#include "duration.h"

#include <cstdlib>

namespace framekey::command
{

namespace
{

/// A renewal that gets no answer takes 30 s, and is tried once more.
constexpr long usualTimeout = 75;

} // namespace

bool CallOptions::takes(ArgumentReader &reader)
{
    std::string_view value;
    if (reader.isOption({"--timeout"}, value))
        timeout = durationOf(reader, "--timeout", value);
    else if (reader.isFlag({"--no-start"}))
        mayStart = false;
    else
        return false;
    return true;
}

bool CallOptions::takesAccount(ArgumentReader &reader)
{
    return reader.isOption({"--account", "-a", "-u"}, account);
}

void CallOptions::complete(ArgumentReader &reader, std::string_view word)
{
    if (!word.empty() && !account.empty() && word != account)
        reader.mistake("Two accounts are named.");
    if (!word.empty())
        account = word;
}

void CallOptions::readEnvironment()
{
    if (account.empty())
        account = environmentText("FRAMEKEY_ACCOUNT");
}

Deadline CallOptions::deadline() const
{
    return begun + std::chrono::seconds(timeout.value_or(usualTimeout));
}

bool mayPrompt()
{
    return environmentText("FRAMEKEY_NO_PROMPT").empty();
}

std::string_view environmentText(const char *name)
{
    const char *value = std::getenv(name);
    return value != nullptr ? std::string_view(value) : std::string_view();
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
