// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adobetoken.h"

#include "secrets.h"

#include <nlohmann/json.hpp>

namespace framekey::practice
{

std::string adobeToken(const AdobeTokenClaims &claims)
{
    const nlohmann::ordered_json header{
        {"alg", "RS256"}, {"x5u", "ims_na1-key-at-1.cer"}, {"kid", "ims_na1-key-at-1"}, {"itt", "at"}};
    const nlohmann::ordered_json payload{
        {"id", randomSecret()},
        {"type", "access_token"},
        {"client_id", claims.clientId},
        {"user_id", claims.userId},
        {"as", "ims-na1"},
        {"created_at", std::to_string(claims.createdAt.time_since_epoch().count())},
        {"expires_in", std::to_string(claims.expiresIn.count())},
        {"scope", toText(claims.scope, ",")}};
    return base64Url(header.dump()) + '.' + base64Url(payload.dump()) + '.' + randomSecret();
}

} // namespace framekey::practice
