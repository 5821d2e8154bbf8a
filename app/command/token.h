// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answer.h"
#include "tokenwish.h"

#include <expected>

namespace framekey::command
{

/// A token, from FRAMEKEY_TOKEN where that is set (which is announced), else from the app. What the app notes
/// about it is said.
[[nodiscard]] std::expected<Answer, Trouble> obtainToken(const TokenWish &wish);

/// What a refused order ends with, in the app's own words where it has some.
[[nodiscard]] Trouble troubleOf(const Answer &answer, bool namedAccount);

} // namespace framekey::command
