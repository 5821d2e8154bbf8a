// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scope.h"

#include <chrono>
#include <string>

namespace framekey::practice
{

/// What an access token of Adobe's tells of itself.
struct AdobeTokenClaims {
    std::string clientId;
    std::string userId;
    Scope scope;
    std::chrono::sys_time<std::chrono::milliseconds> createdAt;
    std::chrono::milliseconds expiresIn;
};

/// A token of Adobe's shape: three parts of base64url as in a JWT, yet with `x5u` no URL, no `exp`, and both
/// times as texts of milliseconds. The last part is random: nobody can check it, as nobody outside Adobe
/// does. Seen in github aiscalestudio/frameio-mcp, src/frameio_mcp/adobe_verifier.py.
std::string adobeToken(const AdobeTokenClaims &claims);

} // namespace framekey::practice
