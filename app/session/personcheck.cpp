// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/personcheck.h"

#include <utility>

namespace framekey
{

namespace
{

constexpr int unauthorized = 401;
constexpr int forbidden = 403;

} // namespace

bool PersonCheck::isRefusal(const Failure &failure)
{
    const bool refused = failure.httpStatus == unauthorized || failure.httpStatus == forbidden;
    return failure.stage == Failure::Stage::AccountRequest && refused;
}

void PersonCheck::begin(const std::optional<Failure> &failure, const QDateTime &now)
{
    m_renewalSpent = false;
    m_problem.reset();
    if (failure)
        take(*failure, now);
}

void PersonCheck::take(const Failure &failure, const QDateTime &now)
{
    // A network that was away says nothing about the person, nor against what is known.
    if (!isRefusal(failure))
        return;
    m_problem = failure;
    m_problemAt = now;
}

bool PersonCheck::mayRenewFor(const Failure &failure)
{
    const bool curable = isRefusal(failure) && failure.httpStatus == unauthorized &&
                         failure.detail == Failure::Detail::AccountRefused;
    return curable && !std::exchange(m_renewalSpent, true);
}

} // namespace framekey
