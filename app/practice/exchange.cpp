// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange.h"

namespace framekey::practice
{

std::string dumped(const nlohmann::ordered_json &value)
{
    return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Answer jsonAnswer(int status, const nlohmann::ordered_json &value)
{
    return {.status = status, .body = dumped(value), .headers = {{"Pragma", "no-cache"}}};
}

Answer errorAnswer(int status, std::string_view code, std::string_view description)
{
    Answer answer = jsonAnswer(status, {{"error", code}, {"error_description", description}});
    if (status == 401)
        answer.headers.emplace("WWW-Authenticate", "Basic realm=\"framekey-practice\", charset=\"UTF-8\"");
    return answer;
}

Answer redirectAnswer(int status, const std::string &location)
{
    return {.status = status, .contentType = "text/plain", .headers = {{"Location", location}}};
}

} // namespace framekey::practice
