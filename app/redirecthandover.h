// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"

namespace framekey
{

/// A start with the address that a browser was redirected to (RFC 8252 7.1): hands it to the Framekey that
/// runs, and never becomes one itself. Returns the exit code; what went wrong was said on standard error,
/// without the address. Blocks for 3 s at most.
[[nodiscard]] int handOverRedirect(const Options &options);

/// Exit codes of a hand-over.
inline constexpr int exitNotRunning = 3;
inline constexpr int exitNotAwaited = 7;

} // namespace framekey
