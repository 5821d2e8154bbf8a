// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultanswer.h"

#include <array>

namespace framekey::practice
{
namespace
{

Answer statusAnswer(int status, std::string_view retryAfter)
{
    Answer answer = errorAnswer(status, "temporarily_unavailable", "A fault that was asked for.");
    answer.headers.erase("WWW-Authenticate");
    if (!retryAfter.empty())
        answer.headers.emplace("Retry-After", retryAfter);
    return answer;
}

} // namespace

std::optional<Answer> answerInstead(const Fault &fault)
{
    if (fault.name == "500" || fault.name == "502")
        return statusAnswer(std::stoi(fault.name), {});
    if (fault.name == "503" || fault.name == "429")
        return statusAnswer(std::stoi(fault.name), fault.argument);
    if (fault.name == "status")
        return statusAnswer(static_cast<int>(fault.number()), {});
    if (fault.name == "invalid_client")
        return errorAnswer(401, "invalid_client", "A fault that was asked for.");
    if (fault.name == "invalid_grant")
        return errorAnswer(400, "invalid_grant", "A fault that was asked for.");
    if (fault.name == "error")
        return errorAnswer(400, fault.argument, "A fault that was asked for.");
    // The shape is in the tests of Adobe's own browser library (imslib2, HttpErrorHandler).
    if (fault.name == "ride")
        return jsonAnswer(400, {{"error", "ride_AdobeID_acct_actreq"},
                                {"jump", "https://adobe.invalid/account/action-required"}});
    if (fault.name == "redirect")
        return redirectAnswer(307, fault.argument);
    if (fault.name == "malformed")
        return Answer{.body = R"({"access_token":"cut","token_type":"bearer","expires_)"};
    if (fault.name == "html")
        return Answer{.contentType = "text/html",
                      .body = "<!doctype html><title>Welcome</title><p>Log in to this network."};
    if (fault.name == "body")
        return Answer{.body = fault.argument};
    if (fault.name == "empty" || fault.name == "huge" || fault.name == "hang")
        return Answer{};
    return std::nullopt;
}

TokenAnswerFault tokenAnswerFault(const Fault &fault)
{
    constexpr auto fields = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"noexpiry", "expires_in"}, {"norefresh", "refresh_token"}, {"noscope", "scope"}});
    for (const auto &[name, field] : fields) {
        if (fault.name == name)
            return {.omitted = field};
    }
    return {.inMilliseconds = fault.name == "milliseconds"};
}

} // namespace framekey::practice
