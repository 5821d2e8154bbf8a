// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framekey
{

/// Silences the categories of Qt that print authorization URLs, codes and bodies, whatever QT_LOGGING_RULES
/// says.
void installQuietLogging();

} // namespace framekey
