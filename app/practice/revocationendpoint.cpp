// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "revocationendpoint.h"

#include "clientauthentication.h"

namespace framekey::practice
{

Answer revoke(const Request &request, Record &record, const Clients &clients, const Persona &persona,
              Grants &grants)
{
    const auto client = authenticateClient(request, clients, persona, record);
    if (!client)
        return client.error();
    const auto token = request.body.find("token");
    if (!token || request.body.hasDoubled())
        return errorAnswer(400, "invalid_request", "One parameter token is needed, and nothing twice.");
    grants.revoke(*token, (*client)->id);
    return {.status = 200, .contentType = "text/plain"};
}

} // namespace framekey::practice
