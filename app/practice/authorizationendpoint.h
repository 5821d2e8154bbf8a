// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "browsersessions.h"
#include "exchange.h"
#include "grants.h"
#include "transactions.h"

namespace framekey::practice
{

/// The authorization endpoint (RFC 6749 section 3.1) with its login and consent pages.
class AuthorizationEndpoint
{
public:
    AuthorizationEndpoint(const Clients &clients, const Persona &persona, Grants &grants);

    /// GET. A forced error goes to the client by redirect, once the request is known to be good.
    Answer begin(const Request &request, const std::string &forcedError, Record &record);
    /// POST /oauth2/auth/login with `transaction` and `person`.
    Answer logIn(const Request &request, Record &record);
    /// POST /oauth2/auth/consent with `transaction`, `decision` and a `scope` for each ticked box.
    Answer decide(const Request &request, Record &record);

    /// Whether cookies are for https alone.
    void setSecure(bool isSecure) { m_isSecure = isSecure; }

private:
    Answer proceed(const Request &request, const AuthorizationRequest &checked, Record &record);
    Answer answerSilently(const Request &request, const AuthorizationRequest &checked,
                          const std::optional<std::string> &person, Record &record);
    Answer allow(const Transaction &transaction, const Scope &allowed, Record &record);

    const Clients &m_clients;
    const Persona &m_persona;
    Grants &m_grants;
    Transactions m_transactions;
    BrowserSessions m_sessions;
    bool m_isSecure = false;
};

} // namespace framekey::practice
