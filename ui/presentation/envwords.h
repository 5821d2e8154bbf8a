// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/envfile.h"

#include <QString>

namespace framekey
{

/// Why a `.env` file could not be imported, and what to do, in one or two sentences; never a word of what is
/// in it.
[[nodiscard]] QString envFaultText(const EnvFault &fault);

} // namespace framekey
