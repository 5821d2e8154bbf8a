// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clients.h"
#include "exchange.h"
#include "faultanswer.h"
#include "grants.h"

namespace framekey::practice
{

/// The token endpoint (RFC 6749 section 3.2): grant types authorization_code and refresh_token.
class TokenEndpoint
{
public:
    TokenEndpoint(const Clients &clients, const Persona &persona, Grants &grants);

    /// Where the fault omits `refresh_token`, none is made and the presented one stays good, as RFC 6749
    /// section 6 has it.
    Answer answer(const Request &request, Record &record, const TokenAnswerFault &fault);

private:
    std::expected<TokenSet, Refusal> redeem(const Request &request, const Client &client,
                                            bool withRefreshToken);
    std::expected<TokenSet, Refusal> refresh(const Request &request, const Client &client, bool rotate);
    std::optional<Scope> askedScope(const Request &request) const;
    Answer success(const TokenSet &tokens, Record &record, const TokenAnswerFault &fault) const;

    const Clients &m_clients;
    const Persona &m_persona;
    Grants &m_grants;
};

} // namespace framekey::practice
