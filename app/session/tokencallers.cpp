// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tokencallers.h"

#include <utility>

namespace framekey
{

TokenCallers::~TokenCallers()
{
    answer(std::unexpected(Failure{.stage = Failure::Stage::Refresh, .kind = Failure::Kind::Cancelled}));
}

void TokenCallers::add(Answer answer)
{
    if (m_answers.size() < most)
        m_answers.push_back(std::move(answer));
    else
        answer(std::unexpected(Failure{.stage = Failure::Stage::Refresh, .kind = Failure::Kind::Server}));
}

void TokenCallers::answer(const Outcome<AccessToken> &outcome)
{
    for (const Answer &answer : std::exchange(m_answers, {}))
        answer(outcome);
}

} // namespace framekey
