// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "asking.h"
#include "calloptions.h"
#include "jsonline.h"

#include <string_view>

namespace framekey::command
{

/// Which token is wanted, and how long it may take: what `token`, `exec` and `env` have in common.
struct TokenWish : CallOptions {
    std::string_view name; ///< the caller's word for itself
    long minValid = 60;    ///< seconds
    bool wait = false;
    bool mayAsk = true; ///< the person, by a window
    bool force = false;

    /// Whether the current argument is one of these, which then is taken.
    bool takes(ArgumentReader &reader);
    /// Takes a word for the account, and reads the environment where the command line said nothing:
    /// FRAMEKEY_ACCOUNT, FRAMEKEY_NO_PROMPT.
    void complete(ArgumentReader &reader, std::string_view word = {});
    [[nodiscard]] Request request() const;
    [[nodiscard]] Manner manner() const;
};

} // namespace framekey::command
