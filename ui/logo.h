// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace framekey
{

/// Framekey's icon, painted: no picture has to be read at the start.
[[nodiscard]] QIcon logoIcon();

} // namespace framekey
