// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountstates.h"

#include "pause.h"

#include <algorithm>

namespace framekey::command
{

namespace
{

/// A keychain is read soon after a start; before that nothing is known.
constexpr int mostLooks = 25;
constexpr int pauseMs = 200;

bool isStarting(const Json &account)
{
    return textOf(account, "state") == "starting";
}

} // namespace

std::expected<Json, Trouble> accountsOf(const OrderOptions &options, Starting starting)
{
    for (int looks = 0;; ++looks) {
        Request request = Request::order("status");
        auto answer = carryOut(request, options, true);
        if (!answer)
            return answer;
        Json accounts = answer->value("accounts", Json::array());
        if (!accounts.is_array() ||
            !std::ranges::all_of(accounts, [](const Json &one) { return one.is_object(); }))
            return std::unexpected(Trouble{ExitCode::Failed, "Framekey's answer is not understood.", {}});
        const bool isOver = looks == mostLooks || millisecondsTo(options.deadline()) < pauseMs;
        if (starting == Starting::Taken || isOver || std::ranges::none_of(accounts, isStarting))
            return accounts;
        sleepFor(pauseMs);
    }
}

bool isMeant(const Json &account, std::string_view named)
{
    if (named.empty())
        return flagOf(account, "default");
    return textOf(account, "name") == named || textOf(account, "id") == named;
}

ExitCode meaningOf(const Json &account)
{
    const std::string state = textOf(account, "state");
    if (state == "signed-in" || state == "renewing")
        return ExitCode::Good;
    if (state == "keychain-locked")
        return ExitCode::Keychain;
    return state == "offline" || state == "starting" ? ExitCode::TryLater : ExitCode::SignInNeeded;
}

} // namespace framekey::command
