// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "connection.h"

#include <optional>
#include <string_view>

namespace framekey::command
{

/// What every order has in common on the command line.
struct CallOptions {
    std::string_view account;
    std::optional<long> timeout; ///< seconds
    bool mayStart = true;        ///< the app, where it does not run
    std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();

    /// Whether the current argument is --timeout or --no-start, which then is taken.
    bool takes(ArgumentReader &reader);
    bool takesAccount(ArgumentReader &reader);
    /// Takes a word for the account.
    void complete(ArgumentReader &reader, std::string_view word);
    /// FRAMEKEY_ACCOUNT, where the command line named none.
    void readEnvironment();
    /// One for all that a command does, a start of the app among it.
    [[nodiscard]] Deadline deadline() const;
};

/// Not where FRAMEKEY_NO_PROMPT is set.
[[nodiscard]] bool mayPrompt();

/// Empty where it is not set.
[[nodiscard]] std::string_view environmentText(const char *name);

/// Reads a duration; says on the reader what is wrong with it.
long durationOf(ArgumentReader &reader, std::string_view option, std::string_view text);

} // namespace framekey::command
