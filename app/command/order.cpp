// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "order.h"

#include "output.h"
#include "refusals.h"

namespace framekey::command
{

bool OrderOptions::takes(ArgumentReader &reader)
{
    return CallOptions::takes(reader) || takesJson(reader);
}

bool OrderOptions::takesJson(ArgumentReader &reader)
{
    const bool isIt = reader.isFlag({"--json"});
    json = json || isIt;
    return isIt;
}

Manner OrderOptions::manner(bool mayRepeat) const
{
    return {.mayStart = mayStart, .mayRepeat = mayRepeat, .deadline = deadline()};
}

Request OrderOptions::request(std::string_view order) const
{
    Request request = Request::order(order);
    request.textIfAny("account", account);
    return request;
}

std::expected<Json, Trouble> understand(std::string_view line, bool namesAccount)
{
    Json answer = Json::parse(line, nullptr, false);
    if (!answer.is_object() || !answer.contains("ok") || !answer["ok"].is_boolean())
        return std::unexpected(notUnderstood());
    if (answer["ok"].get<bool>())
        return answer;
    return std::unexpected(refusalTrouble(textOf(answer, "refusal"), textOf(answer, "problem"),
                                          textOf(answer, "next"), namesAccount));
}

std::expected<Json, Trouble> carryOut(const Request &request, const Manner &manner, bool namesAccount)
{
    const auto line = ask(request, manner);
    if (!line)
        return std::unexpected(line.error());
    return understand(line->reveal(), namesAccount);
}

std::expected<Json, Trouble> carryOut(Request &request, const OrderOptions &options, bool mayRepeat)
{
    return carryOut(request.finish(), options.manner(mayRepeat), !options.account.empty());
}

std::string textOf(const Json &object, std::string_view name)
{
    const auto member = object.find(std::string(name));
    return member != object.end() && member->is_string() ? printable(member->get_ref<const std::string &>())
                                                         : std::string();
}

bool flagOf(const Json &object, std::string_view name, bool otherwise)
{
    const auto member = object.find(std::string(name));
    return member != object.end() && member->is_boolean() ? member->get<bool>() : otherwise;
}

std::string spanWords(long seconds)
{
    if (seconds <= 0)
        return "no time";
    if (seconds < 120)
        return std::to_string(seconds) + " s";
    if (seconds < 2L * 3600)
        return std::to_string(seconds / 60) + " min";
    return seconds < 2L * 24 * 3600 ? std::to_string(seconds / 3600) + " h"
                                    : std::to_string(seconds / (24L * 3600)) + " days";
}

} // namespace framekey::command
