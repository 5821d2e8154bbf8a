// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorizationendpoint.h"
#include "faults.h"
#include "jsonlines.h"
#include "setup.h"
#include "tokenendpoint.h"

#include <functional>
#include <vector>

namespace framekey::practice
{

/// The authorization server and its tiny API, free of HTTP: a request in, an answer out.
class Service
{
public:
    explicit Service(const Setup &setup);

    /// What to answer, and the fault that still has to be done to that answer on its way.
    struct Outcome {
        Answer answer;
        std::optional<Fault> fault;
    };
    Outcome answer(const Request &request, Record &record);

    /// Whether the file of Setup::secretsPath is there to be written.
    bool canNoteSecrets() const { return m_secrets.isUsable(); }

    /// The URL this server is reached at; said in its metadata.
    void setIssuer(std::string issuer);

private:
    struct Call {
        const Request &request;
        Record &record;
        const std::optional<Fault> &fault;
    };
    struct Route {
        std::string_view method;
        std::string_view path;
        std::string_view faultPoint;
        std::function<Answer(const Call &)> handler;
    };
    void addProtocolRoutes();
    void addApiRoutes();
    void addControlRoutes();
    Answer answerUnknown(const Request &request) const;
    Answer replaceFaults(const Request &request);

    const Persona &m_persona;
    Clients m_clients;
    JsonLines m_secrets;
    Grants m_grants;
    AuthorizationEndpoint m_authorizationEndpoint;
    TokenEndpoint m_tokenEndpoint;
    Faults m_faults;
    std::string m_issuer;
    std::vector<Route> m_routes;
};

} // namespace framekey::practice
