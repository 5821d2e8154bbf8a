// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange.h"
#include "faultspec.h"

#include <optional>

namespace framekey::practice
{

/// The answer a fault gives instead of ours, the request being left unprocessed; nothing where it is
/// processed.
std::optional<Answer> answerInstead(const Fault &fault);

/// What a fault changes in a token response.
struct TokenAnswerFault {
    std::string_view omitted{}; ///< the field that is left out; empty for none
    bool inMilliseconds = false;
};
TokenAnswerFault tokenAnswerFault(const Fault &fault);

} // namespace framekey::practice
