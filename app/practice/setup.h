// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clients.h"
#include "faultspec.h"
#include "persona.h"

#include <chrono>
#include <string>
#include <vector>

namespace framekey::practice
{

/// What a server is started with.
struct Setup {
    int port = 0; ///< 0: any free one
    const Persona *persona = nullptr;
    std::chrono::seconds accessTokenLifetime{3600};
    Clients clients;
    std::vector<Fault> faults;
    std::string logPath;         ///< empty: no log
    std::string secretsPath;     ///< empty: no secret is noted
    std::string statePath;       ///< empty: grants end with the process
    std::string certificatePath; ///< empty: plain http
    std::string keyPath;
    bool control = false; ///< whether tests may change faults, expire and revoke all by POST /_practice/…
    // Where one of these is given, no server is started: it is done, and that is all.
    std::string allowedLink;
    std::string postedAddress;
};

} // namespace framekey::practice
