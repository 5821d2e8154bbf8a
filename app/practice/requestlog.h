// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange.h"

namespace framekey::practice
{

/// What a request carried, for the log: names of parameters, and codes and tokens as SHA-256.
Record recordOf(const Request &request);

} // namespace framekey::practice
