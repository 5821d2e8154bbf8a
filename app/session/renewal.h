// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/tokenrequests.h"
#include "session/clock.h"
#include "session/renewalpolicy.h"
#include "session/tokenset.h"

#include <QObject>

#include <memory>
#include <optional>

namespace framekey
{

/// The refresh of one account (RFC 6749 6): one at a time, with back-off between failures. A lost answer
/// leaves it open whether the server rotated the refresh token, so it is followed by exactly one more request
/// with the same token within 5 s, which servers with a grace period accept (F5 in docs/threats.md).
class Renewal : public QObject
{
    Q_OBJECT

public:
    explicit Renewal(Clock &clock, QObject *parent = nullptr);

    void setRequests(std::unique_ptr<TokenRequests> requests);
    [[nodiscard]] bool isReady() const { return m_requests != nullptr; }
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// False while the back-off, a Retry-After or the 30 s between requests forbid one.
    [[nodiscard]] bool mayStart() const { return !m_running && waitLeft().count() == 0; }
    /// Until a request is allowed again; zero: now.
    [[nodiscard]] std::chrono::milliseconds waitLeft() const;
    /// Sends the refresh request; ends with `renewed` or `failed`, unless this is deleted first.
    void start(const TokenSet &tokens);
    /// The network may be back: this wait is over (what the server itself asked for is not). The next is as
    /// long as it would have been.
    void forgetWait();
    /// The person asked, or something was mended: the back-off begins anew.
    void forgetBackoff();

Q_SIGNALS:
    void renewed(const framekey::TokenResponse &response);
    void failed(const framekey::Failure &failure);

private:
    void send();
    void take(const Outcome<TokenResponse> &outcome);
    void wait(std::chrono::milliseconds delay);

    Clock &m_clock;
    std::unique_ptr<TokenRequests> m_requests;
    std::unique_ptr<Alarm> m_secondTry;
    Backoff m_backoff;
    Secret m_refreshToken;
    QStringList m_scope;
    std::optional<Failure> m_lost;                              ///< the first try's answer was lost
    std::optional<std::chrono::milliseconds> m_notBefore;       ///< since boot
    std::optional<std::chrono::milliseconds> m_serverNotBefore; ///< since boot; the server asked for it
    bool m_running = false;
};

} // namespace framekey
