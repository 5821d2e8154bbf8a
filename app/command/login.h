// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "order.h"

namespace framekey::command
{

/// A sign-in that is under way in the app: waits for its end, takes a pasted address from the terminal
/// meanwhile, and cancels it at Ctrl-C and when the time is over, where it is ours.
class Login
{
public:
    /// Who began it.
    enum class Whose { Ours, Anothers };

    /// `until`: none, as long as the app waits.
    Login(const OrderOptions &options, Whose whose, bool readsTerminal, Deadline until);
    ~Login();
    Login(const Login &) = delete;
    Login &operator=(const Login &) = delete;

    /// What the app says of the signed-in account.
    [[nodiscard]] std::expected<Json, Trouble> wait();

private:
    enum class Event { Answer, Typed, Interrupted, TooLate };
    [[nodiscard]] Event nextEvent(const Connection &connection);
    void paste();
    /// For an order of its own, with time of its own.
    [[nodiscard]] OrderOptions anew(std::optional<long> timeout) const;
    [[nodiscard]] Trouble leave(ExitCode exitCode, std::string_view why) const;

    const OrderOptions &m_options;
    Whose m_whose;
    bool m_readsTerminal;
    Deadline m_until;
};

} // namespace framekey::command
