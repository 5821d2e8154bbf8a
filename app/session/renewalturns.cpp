// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/renewalturns.h"

#include <QRandomGenerator>

#include <algorithm>

namespace framekey
{

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace
{

constexpr milliseconds leastGap = 1s;
constexpr double gapSpread = 500;
// Two scripts that ask at once are not made to wait a second for each other.
constexpr milliseconds gapInHaste = 250ms;
// A server that does not answer holds up its own account, not all others.
constexpr milliseconds longestWaitForAnother = 5s;

milliseconds drawnGap()
{
    return leastGap + milliseconds(int(gapSpread * QRandomGenerator::global()->generateDouble()));
}

} // namespace

RenewalTurns::RenewalTurns(Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_alarm(clock.makeAlarm())
{
    connect(m_alarm.get(), &Alarm::rang, this, &RenewalTurns::next);
}

RenewalTurns::~RenewalTurns() = default;

void RenewalTurns::stop()
{
    m_stopped = true;
}

void RenewalTurns::take(RenewalTurn *turn)
{
    if (std::ranges::find(m_waiting, turn) == m_waiting.end())
        m_waiting.push_back(turn);
    next();
}

void RenewalTurns::leave(RenewalTurn *turn)
{
    std::erase(m_waiting, turn);
    std::erase_if(m_running, [turn](const Begun &begun) { return begun.turn == turn; });
    next();
}

void RenewalTurns::forget(RenewalTurn *turn)
{
    if (m_last && m_last->turn == turn)
        m_last->turn = nullptr;
    std::erase(m_waiting, turn);
    std::erase_if(m_running, [turn](const Begun &begun) { return begun.turn == turn; });
    // Later: where all go, none of the others may begin what would be cut off.
    if (!m_waiting.empty())
        m_alarm->setIn(1ms);
}

RenewalTurn *RenewalTurns::first() const
{
    const auto hasty = std::ranges::find(m_waiting, RenewalTurn::Haste::SomebodyWaits, &RenewalTurn::m_haste);
    if (hasty != m_waiting.end())
        return *hasty;
    return m_stopped || m_waiting.empty() ? nullptr : m_waiting.front();
}

milliseconds RenewalTurns::waitOf(const RenewalTurn &turn) const
{
    const bool inHaste = turn.m_haste == RenewalTurn::Haste::SomebodyWaits;
    const milliseconds now = m_clock.sinceBoot();
    milliseconds until = now;
    // Between an account's own requests it is the account that decides.
    if (m_last && m_last->turn != &turn)
        until = std::max(until, m_last->at + (inHaste ? gapInHaste : m_gap));
    for (const Begun &begun : m_running) {
        if (!inHaste && begun.turn != &turn)
            until = std::max(until, begun.at + longestWaitForAnother);
    }
    return until - now;
}

void RenewalTurns::next()
{
    m_alarm->stop();
    RenewalTurn *turn = first();
    if (!turn)
        return;
    if (const milliseconds wait = waitOf(*turn); wait > 0ms) {
        m_alarm->setIn(wait);
        return;
    }
    begin(turn);
}

void RenewalTurns::begin(RenewalTurn *turn)
{
    std::erase(m_waiting, turn);
    m_last = Begun{.turn = turn, .at = m_clock.sinceBoot()};
    m_running.push_back(*m_last);
    m_gap = drawnGap();
    turn->m_isWaiting = false;
    turn->m_haste = RenewalTurn::Haste::None;
    Q_EMIT turn->came();
    // It may have been given back already, and that has looked for the next.
    if (!m_alarm->isSet())
        next();
}

RenewalTurn::RenewalTurn(RenewalTurns &turns) : m_turns(turns)
{
}

RenewalTurn::~RenewalTurn()
{
    m_turns.forget(this);
}

void RenewalTurn::ask(Haste haste)
{
    m_isWaiting = true;
    m_haste = std::max(m_haste, haste);
    m_turns.take(this);
}

void RenewalTurn::end()
{
    m_isWaiting = false;
    m_haste = Haste::None;
    m_turns.leave(this);
}

} // namespace framekey
