// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "order.h"

namespace framekey::command
{

[[nodiscard]] bool hasDisplay();

/// Brings the window of the app that runs to the front; the refusal `no-window` where it has none.
[[nodiscard]] std::expected<Json, Trouble> show(const OrderOptions &options);
/// Whether that came to nothing for want of an app with a window.
[[nodiscard]] bool hasNoWindow(const std::expected<Json, Trouble> &answer);

/// One with a window is started and shown; where one runs without a display, it leaves to that.
[[nodiscard]] std::expected<Json, Trouble> showAnother(const OrderOptions &options);

} // namespace framekey::command
