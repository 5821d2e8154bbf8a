// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/requester.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

namespace framekey
{

/// One request for a token and what came of it. Holds no token.
struct TokenUse {
    enum class Result {
        Given,
        GivenAfterRenewal,
        SignInNeeded,
        KeychainLocked,
        TryLater,  ///< network or server, or the caller's time ran out
        Refused,   ///< the person said no, or could not be asked
        Cancelled, ///< the person denied or cancelled the sign-in that it waited for
        Failed,
        Left, ///< the caller went away before there was an answer
    };

    QDateTime at = {}; ///< of the answer, UTC
    QString accountId = {};
    QString accountName = {}; ///< as it was called then
    Requester requester = {};
    Result result = Result::Given;

    friend bool operator==(const TokenUse &, const TokenUse &) = default;
};

/// The last requests for tokens, newest first. In memory only.
class Activity : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype longest = 200;

    using QObject::QObject;

    void add(const TokenUse &use);
    [[nodiscard]] const QList<TokenUse> &uses() const { return m_uses; }

Q_SIGNALS:
    /// For every single request: whoever shows them does not draw each.
    void changed();

private:
    QList<TokenUse> m_uses;
};

} // namespace framekey
