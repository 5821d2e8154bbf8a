// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secret.h"

#include <optional>
#include <string>
#include <string_view>

namespace framekey::command
{

/// What the app answered: the names that an order for a token, and every refusal, comes back with.
struct Answer {
    bool ok = false;
    std::string refusal;
    std::string problem;
    std::string next;
    std::string note;
    std::string account;
    std::string expiresAt;
    std::optional<long> expiresIn;
    Secret token;
};

/// Reads one line of docs/socket.md, with or without its line feed. None where it is not one object of strict
/// JSON (RFC 8259, no name twice among those that are read) with `version` 1 and `ok`; a token that holds
/// anything but visible ASCII is none either.
[[nodiscard]] std::optional<Answer> parseAnswer(std::string_view line);

} // namespace framekey::command
