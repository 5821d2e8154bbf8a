// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clients.h"
#include "exchange.h"
#include "grants.h"

namespace framekey::practice
{

/// The revocation endpoint (RFC 7009): 200 for every token, known or not, once the client is authenticated.
Answer revoke(const Request &request, Record &record, const Clients &clients, const Persona &persona,
              Grants &grants);

} // namespace framekey::practice
