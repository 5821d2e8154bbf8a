// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tokenwish.h"

namespace framekey::command
{

/// Says that it is the person who is waited for, where the app says that it is so.
void sayWhoIsWaitedFor(const TokenWish &wish);

/// Where the app that runs refused to wait, for it has no window, and there is a display for one: whether one
/// with a window runs now.
[[nodiscard]] bool gotWindow(const TokenWish &wish);

} // namespace framekey::command
