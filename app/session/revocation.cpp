// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/revocation.h"

#include <QRandomGenerator>

namespace framekey
{

namespace
{

constexpr int mostTries =
    20; // with the back-off's 5 min, more than an hour: no access token lives much longer

}

Revocation::Revocation(std::unique_ptr<TokenRequests> requests, const Secret &token,
                       TokenRequests::TokenKind kind, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_requests(std::move(requests))
    , m_token(token)
    , m_kind(kind)
    , m_retry(clock.makeAlarm())
{
    connect(m_retry.get(), &Alarm::rang, this, &Revocation::start);
}

void Revocation::start()
{
    m_requests->revoke(m_token, m_kind, [this](const Outcome<void> &outcome) { take(outcome); });
}

void Revocation::take(const Outcome<void> &outcome)
{
    if (outcome) {
        deleteLater();
        Q_EMIT revoked();
        return;
    }
    const Failure &failure = outcome.error();
    const bool final = !failure.isTemporary() || m_backoff.failures() >= mostTries;
    if (final)
        deleteLater();
    else
        m_retry->setIn(m_backoff.next(failure.retryAfter, QRandomGenerator::global()->generateDouble()));
    Q_EMIT failed(failure, final);
}

} // namespace framekey
