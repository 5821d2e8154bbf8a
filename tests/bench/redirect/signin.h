// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tokenserver.h"

#include <optional>

namespace framekey::bench
{

/// One whole sign-in, as the server and the clock saw it.
struct SignIn {
    std::chrono::duration<double, std::milli> redirectToTokenRequest{};
    int connections = 0;
    int posts = 0;
};

/// Framekey's own: an AuthorizationAttempt that warms its connection up while the person is in the browser.
/// Nothing when it does not end with tokens.
std::optional<SignIn> signInWithFramekey(TokenServer &server);

/// The same by Qt's classes alone, as its documentation has it.
std::optional<SignIn> signInWithPlainQt(TokenServer &server);

} // namespace framekey::bench
