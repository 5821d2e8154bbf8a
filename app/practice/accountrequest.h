// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange.h"
#include "grants.h"
#include "persona.h"

namespace framekey::practice
{

/// GET /v2/me (flat) and GET /v4/me (under `data`): whom the access token speaks for.
Answer accountRequest(const Request &request, Record &record, const Persona &persona, Grants &grants);

/// What OpenID Connect's userinfo endpoint tells of the person.
Answer userinfo(const Request &request, Record &record, const Persona &persona, Grants &grants);

} // namespace framekey::practice
