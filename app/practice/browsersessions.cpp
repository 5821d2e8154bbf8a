// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "browsersessions.h"

#include "secrets.h"

namespace framekey::practice
{
namespace
{

constexpr std::string_view cookieName = "practice-session=";
constexpr size_t most = 1000;

std::string sessionIn(std::string_view cookies)
{
    while (!cookies.empty()) {
        cookies.remove_prefix(std::min(cookies.find_first_not_of("; "), cookies.size()));
        const std::string_view pair = cookies.substr(0, cookies.find(';'));
        if (pair.starts_with(cookieName))
            return std::string(pair.substr(cookieName.size()));
        cookies.remove_prefix(pair.size());
    }
    return {};
}

} // namespace

std::string BrowserSessions::begin(std::string_view person, bool isSecure)
{
    const std::scoped_lock lock(m_mutex);
    if (m_sessions.size() >= most)
        m_sessions.clear();
    const std::string id = randomSecret();
    m_sessions.emplace(id, BrowserSession{std::string(person), {}});
    return std::string(cookieName) + id + "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "");
}

std::optional<std::string> BrowserSessions::person(std::string_view cookies)
{
    const std::scoped_lock lock(m_mutex);
    const BrowserSession *session = find(cookies);
    return session != nullptr ? std::optional(session->person) : std::nullopt;
}

void BrowserSessions::rememberConsent(std::string_view cookies, const std::string &clientId,
                                      const Scope &granted)
{
    const std::scoped_lock lock(m_mutex);
    if (BrowserSession *session = find(cookies))
        session->consents[clientId] = granted;
}

bool BrowserSessions::hasConsented(std::string_view cookies, const std::string &clientId, const Scope &asked)
{
    const std::scoped_lock lock(m_mutex);
    const BrowserSession *session = find(cookies);
    return session != nullptr && session->consents.contains(clientId) &&
           isWithin(asked, session->consents.at(clientId));
}

BrowserSessions::BrowserSession *BrowserSessions::find(std::string_view cookies)
{
    const auto found = m_sessions.find(sessionIn(cookies));
    return found == m_sessions.end() ? nullptr : &found->second;
}

} // namespace framekey::practice
