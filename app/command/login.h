// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "order.h"

namespace framekey::command
{

/// A sign-in that is under way in the app: waits for its end, takes a pasted address from the terminal
/// meanwhile, and cancels it at Ctrl-C and when the time is over.
class Login
{
public:
    /// `until`: none, as long as the app waits.
    Login(const OrderOptions &options, bool readsTerminal, Deadline until);
    ~Login();
    Login(const Login &) = delete;
    Login &operator=(const Login &) = delete;

    /// What the app says of the signed-in account.
    [[nodiscard]] std::expected<Json, Trouble> wait();

private:
    enum class Event { Answer, Typed, Interrupted, TooLate };
    [[nodiscard]] Event nextEvent(const Connection &connection);
    void paste();
    [[nodiscard]] Trouble cancel(ExitCode exitCode, std::string_view why);

    const OrderOptions &m_options;
    bool m_readsTerminal;
    Deadline m_until;
};

} // namespace framekey::command
