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

/// The field of a token response that a fault leaves out; empty for none.
std::string_view omittedField(const Fault &fault);

} // namespace framekey::practice
