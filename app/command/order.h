// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"
#include "asking.h"

#include <nlohmann/json.hpp>

#include <expected>
#include <optional>
#include <string_view>

namespace framekey::command
{

using Json = nlohmann::ordered_json;

/// What orders other than for a token have in common on the command line.
struct OrderOptions {
    std::string_view account;
    std::optional<long> timeout;
    bool json = false;
    bool mayStart = true;

    /// Whether the current argument is one of these, which then is taken.
    bool takes(ArgumentReader &reader);
    /// Takes a word for the account, and the environment's where nothing was said.
    void complete(ArgumentReader &reader, std::string_view word = {});
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

/// "42 min", "3 h", "2 days"; "no time" for what is over.
[[nodiscard]] std::string spanWords(long seconds);

} // namespace framekey::command
