// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/failure.h"
#include "oauth/secret.h"

#include <QDateTime>

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace framekey
{

/// An access token as it is handed out. Instants are UTC.
struct AccessToken {
    Secret token;
    QDateTime expiresAt = {};
    std::chrono::milliseconds remaining = {}; ///< by whichever clock says that less is left
    std::optional<QDateTime> lastRenewedAt = std::nullopt;
    /// Of the last renewal, where it failed: it lives on, but it is not the one that was asked for.
    std::optional<Failure> renewalProblem = std::nullopt;
};

/// Those who wait for one renewal to end: any number of them share it, and each is answered once.
class TokenCallers
{
public:
    using Answer = std::function<void(const Outcome<AccessToken> &)>;

    ~TokenCallers();

    /// So many wait at most; more are told at once to come later. Who has left counts too: nobody tells.
    static constexpr std::size_t most = 1024;
    void add(Answer answer);
    /// Answers all who wait now; whoever asks again from within an answer waits for the next.
    void answer(const Outcome<AccessToken> &outcome);

private:
    std::vector<Answer> m_answers;
};

} // namespace framekey
