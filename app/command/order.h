// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "asking.h"
#include "calloptions.h"

#include <nlohmann/json.hpp>

#include <expected>
#include <string_view>

namespace framekey::command
{

using Json = nlohmann::ordered_json;

/// What orders other than for a token have in common on the command line.
struct OrderOptions : CallOptions {
    bool json = false;

    /// Whether the current argument is one of an order's, but for the account.
    bool takes(ArgumentReader &reader);
    bool takesJson(ArgumentReader &reader);
    [[nodiscard]] Manner manner(bool mayRepeat = false) const;
    [[nodiscard]] Request request(std::string_view order) const;
};

/// Puts an order to the app. The answer's members, or the trouble that a refusal means.
[[nodiscard]] std::expected<Json, Trouble> carryOut(const Request &request, const Manner &manner,
                                                    bool namesAccount);
[[nodiscard]] std::expected<Json, Trouble> carryOut(Request &request, const OrderOptions &options,
                                                    bool mayRepeat = false);
/// The same of a line that has come in.
[[nodiscard]] std::expected<Json, Trouble> understand(std::string_view line, bool namesAccount);

/// A member's text, without control characters; empty where it is not there or no text.
[[nodiscard]] std::string textOf(const Json &object, std::string_view name);

/// False where it is not there or of another type, unless `otherwise`.
[[nodiscard]] bool flagOf(const Json &object, std::string_view name, bool otherwise = false);

/// "42 min", "3 h", "2 days"; "no time" for what is over.
[[nodiscard]] std::string spanWords(long seconds);

} // namespace framekey::command
