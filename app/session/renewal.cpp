// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/renewal.h"

#include <QRandomGenerator>

#include <algorithm>

namespace framekey
{

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace
{

constexpr milliseconds secondTryAfter = 1s;

bool isLost(const Failure &failure)
{
    return failure.kind == Failure::Kind::Network &&
           (failure.detail == Failure::Detail::ConnectionLost || failure.detail == Failure::Detail::NoAnswer);
}

} // namespace

Renewal::Renewal(Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_secondTry(clock.makeAlarm())
{
    connect(m_secondTry.get(), &Alarm::rang, this, &Renewal::send);
}

void Renewal::setRequests(std::unique_ptr<TokenRequests> requests)
{
    m_requests = std::move(requests);
}

milliseconds Renewal::waitLeft() const
{
    const milliseconds until = std::max(m_notBefore.value_or(0ms), m_serverNotBefore.value_or(0ms));
    return std::max(until - m_clock.sinceBoot(), milliseconds(0));
}

void Renewal::start(const TokenSet &tokens)
{
    if (m_running || !m_requests || !tokens.refreshToken)
        return;
    m_running = true;
    m_lost.reset();
    m_refreshToken = *tokens.refreshToken;
    m_scope = tokens.grantedScope.value_or(QStringList());
    send();
}

void Renewal::send()
{
    m_requests->refresh(m_refreshToken, m_scope,
                        [this](const Outcome<TokenResponse> &outcome) { take(outcome); });
}

void Renewal::take(const Outcome<TokenResponse> &outcome)
{
    if (!outcome && isLost(outcome.error()) && !m_lost) {
        m_lost = outcome.error();
        m_secondTry->setIn(secondTryAfter);
        return;
    }
    m_running = false;
    m_refreshToken = Secret();
    if (outcome) {
        m_backoff.reset();
        m_serverNotBefore.reset();
        wait(leastBetweenRenewals);
        Q_EMIT renewed(*outcome);
        return;
    }
    Failure failure = outcome.error();
    if (m_lost && failure.kind == Failure::Kind::Expired)
        failure.detail = Failure::Detail::ConnectionLost; // for the words: this is how it came about
    if (failure.retryAfter)
        m_serverNotBefore = m_clock.sinceBoot() + *failure.retryAfter;
    wait(m_backoff.next(failure.retryAfter, QRandomGenerator::global()->generateDouble()));
    Q_EMIT failed(failure);
}

void Renewal::wait(milliseconds delay)
{
    m_notBefore = m_clock.sinceBoot() + delay;
}

void Renewal::forgetWait()
{
    m_notBefore.reset();
}

void Renewal::forgetBackoff()
{
    m_backoff.reset();
    forgetWait();
}

} // namespace framekey
