// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tokenset.h"

#include <algorithm>

namespace framekey
{

using std::chrono::milliseconds;

milliseconds TokenSet::age(const Clock &clock) const
{
    const milliseconds byWall(issuedAt.msecsTo(clock.nowUtc()));
    const milliseconds byBoot = clock.sinceBoot() - issuedSinceBoot;
    return std::max({byWall, byBoot, milliseconds(0)});
}

milliseconds TokenSet::remaining(const Clock &clock) const
{
    // Restored by its refresh token alone: there is nothing to hand out yet.
    if (accessToken.isEmpty())
        return milliseconds(0);
    return std::max(milliseconds(lifetime) - age(clock), milliseconds(0));
}

TokenSet TokenSet::fromResponse(const TokenResponse &response, const Clock &clock,
                                const QStringList &requestedScope, const TokenSet *before)
{
    TokenSet tokens;
    tokens.accessToken = response.accessToken;
    tokens.refreshToken = response.refreshToken;
    tokens.grantedScope = response.scope;
    if (!response.scope && response.omittedScopeIsRequested)
        tokens.grantedScope = before ? before->grantedScope : requestedScope;
    tokens.requestedScope = requestedScope;
    if (before) {
        tokens.requestedScope = before->requestedScope;
        if (!tokens.refreshToken)
            tokens.refreshToken = before->refreshToken;
        tokens.person = before->person;
    }
    tokens.issuedAt = clock.nowUtc();
    tokens.issuedSinceBoot = clock.sinceBoot();
    tokens.lifetime = response.expiresIn.value_or(unnamedLifetime);
    return tokens;
}

} // namespace framekey
