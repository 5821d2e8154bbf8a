// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/tokenrequests.h"
#include "session/clock.h"
#include "session/renewalpolicy.h"

#include <QObject>

#include <memory>

namespace framekey
{

/// The revocation of one token (RFC 7009), tried again while the program runs: a 503 means that the token
/// still lives (2.2.1). The token is kept in memory only, and only here. Deletes itself when it has succeeded
/// or given up.
class Revocation : public QObject
{
    Q_OBJECT

public:
    Revocation(std::unique_ptr<TokenRequests> requests, const Secret &token, TokenRequests::TokenKind kind,
               Clock &clock, QObject *parent);

    void start();

Q_SIGNALS:
    void revoked();
    /// `final`: it is not tried again.
    void failed(const framekey::Failure &failure, bool final);

private:
    void take(const Outcome<void> &outcome);

    std::unique_ptr<TokenRequests> m_requests;
    Secret m_token;
    TokenRequests::TokenKind m_kind;
    std::unique_ptr<Alarm> m_retry;
    Backoff m_backoff;
};

} // namespace framekey
