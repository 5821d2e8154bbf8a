// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/failure.h"

#include <QDateTime>

#include <optional>

namespace framekey
{

/// What came of asking who is signed in, for as long as nobody has told. A refusal is the API's word on the
/// person: it never ends the sign-in, and at most one renewal is spent on it.
class PersonCheck
{
public:
    /// True where the API itself said no (401, 403).
    [[nodiscard]] static bool isRefusal(const Failure &failure);

    [[nodiscard]] const std::optional<Failure> &problem() const { return m_problem; }
    [[nodiscard]] const QDateTime &problemAt() const { return m_problemAt; }

    /// The tokens are others, or somebody was told; what is known of them.
    void begin(const std::optional<Failure> &failure, const QDateTime &now);
    void take(const Failure &failure, const QDateTime &now);
    /// True once: a token that has grown old may be all that is wrong.
    [[nodiscard]] bool mayRenewFor(const Failure &failure);

private:
    std::optional<Failure> m_problem;
    QDateTime m_problemAt;
    bool m_renewalSpent = false;
};

} // namespace framekey
