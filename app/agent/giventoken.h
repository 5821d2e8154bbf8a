// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/tokencallers.h"

#include <QString>

namespace framekey
{

/// A token on its way to the script that asked for it.
struct GivenToken {
    QString account = {};   ///< its name
    AccessToken token = {}; ///< `isTokenText`
    QString note = {};      ///< one sentence for standard error; may be empty
};

/// Its answer's line with the line feed (docs/socket.md).
[[nodiscard]] Secret formatGivenToken(const GivenToken &given);

} // namespace framekey
