// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scope.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace framekey::practice
{

/// Who signed in last in which browser, and what was allowed there; known by a cookie, and forgotten with the
/// process. Safe to call from any thread.
class BrowserSessions
{
public:
    /// The value of a Set-Cookie header for somebody who has just signed in.
    std::string begin(std::string_view person, bool isSecure);
    /// The key of the person, by a request's Cookie header; nothing where there is none.
    std::optional<std::string> person(std::string_view cookies);
    void rememberConsent(std::string_view cookies, const std::string &clientId, const Scope &granted);
    bool hasConsented(std::string_view cookies, const std::string &clientId, const Scope &asked);

private:
    struct BrowserSession {
        std::string person;
        std::map<std::string, Scope> consents; ///< by client ID
    };
    BrowserSession *find(std::string_view cookies);

    std::mutex m_mutex;
    std::map<std::string, BrowserSession> m_sessions;
};

} // namespace framekey::practice
