// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "order.h"

#include <expected>
#include <string_view>

namespace framekey::command
{

/// What a verb's command line may hold, besides --timeout and --no-start.
struct OrderForm {
    bool account = true;     ///< `[ACCOUNT]` and `-a NAME`
    bool environment = true; ///< FRAMEKEY_ACCOUNT where none is named
    bool json = true;
};

/// A verb's command line that is one account and options of orders: `[ACCOUNT] [-a NAME] [--timeout S] …`.
/// Where it ends here, what to end with; what there is to say has been said.
[[nodiscard]] std::expected<OrderOptions, ExitCode> readOrderLine(Arguments arguments, std::string_view verb,
                                                                  const OrderForm &form = {});

/// What comes next with an order's answer: its members, or the end.
[[nodiscard]] std::expected<Json, ExitCode> answered(std::expected<Json, Trouble> answer);

/// Prints the members of an answer that have something to say to a script.
ExitCode putMembers(const Json &answer);

} // namespace framekey::command
