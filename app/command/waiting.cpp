// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "waiting.h"

#include "accountstates.h"
#include "output.h"
#include "window.h"

#include <algorithm>

namespace framekey::command
{

namespace
{

OrderOptions lookingOnly(const TokenWish &wish)
{
    OrderOptions options;
    options.account = wish.account;
    options.timeout = 5;
    options.mayStart = false;
    return options;
}

} // namespace

void sayWhoIsWaitedFor(const TokenWish &wish)
{
    const auto accounts = accountsOf(lookingOnly(wish), Starting::Taken);
    if (!accounts)
        return;
    const auto waits = [&wish](const Json &account) {
        return isMeant(account, wish.account) && meaningOf(account) == ExitCode::SignInNeeded;
    };
    if (std::ranges::any_of(*accounts, waits))
        say("Waiting for you to sign in in Framekey's window…");
}

bool gotWindow(const TokenWish &wish)
{
    const auto place = socketPlace();
    if (!wish.mayStart || !hasDisplay() || !place || place->isGiven)
        return false;
    OrderOptions options = lookingOnly(wish);
    options.timeout = wish.timeout;
    options.begun = wish.begun;
    auto shown = show(options);
    if (hasNoWindow(shown))
        shown = showAnother(options);
    return shown.has_value();
}

} // namespace framekey::command
