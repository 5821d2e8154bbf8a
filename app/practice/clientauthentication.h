// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clients.h"
#include "exchange.h"

#include <expected>

namespace framekey::practice
{

/// The client a token or revocation request comes from (RFC 6749 section 2.3): a confidential client by HTTP
/// Basic with form-encoded id and secret, a public one by client_id in the body (for some personas also in
/// the query) and no Authorization header. Anything else is 401 invalid_client.
std::expected<const Client *, Answer> authenticateClient(const Request &request, const Clients &clients,
                                                         const Persona &persona, Record &record);

} // namespace framekey::practice
