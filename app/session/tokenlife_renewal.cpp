// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of TokenLife that decides about renewal.
#include "session/tokenlife.h"

#include "session/renewalpolicy.h"

#include <algorithm>
#include <utility>

namespace framekey
{

using namespace std::chrono_literals;
using std::chrono::milliseconds;

milliseconds TokenLife::dueIn() const
{
    if (m_tokens->accessToken.isEmpty())
        return 0ms;
    return std::max(renewalDueAfter(m_tokens->lifetime) - m_tokens->age(m_clock), milliseconds(0));
}

std::optional<QDateTime> TokenLife::renewsAt() const
{
    if (!triesAgain() || !m_renewal->isReady() || isBusy())
        return std::nullopt;
    return m_clock.nowUtc().addMSecs(std::max(dueIn(), m_renewal->waitLeft()).count());
}

void TokenLife::schedule()
{
    if (!m_tokens || isBusy())
        return;
    std::optional<milliseconds> next;
    if (triesAgain() && m_renewal->isReady() && !waitsForTurn())
        next = std::max(dueIn(), m_renewal->waitLeft());
    // The end itself changes what is shown and what is answered.
    if (isAlive())
        next = std::min(next.value_or(milliseconds::max()), m_tokens->remaining(m_clock));
    if (next)
        m_alarm->setIn(*next + 1ms);
    else
        m_alarm->stop();
}

void TokenLife::check()
{
    if (!m_tokens || isBusy())
        return;
    if (!m_tokens->refreshToken && !isAlive()) {
        end({.stage = Failure::Stage::Refresh,
             .kind = Failure::Kind::Expired,
             .detail = Failure::Detail::NotRenewable});
        return;
    }
    if (triesAgain() && m_renewal->isReady() && dueIn() == 0ms && m_renewal->mayStart())
        m_turn.ask(RenewalTurn::Haste::None);
    if (isBusy())
        return; // its turn came at once
    schedule();
    Q_EMIT changed();
}

void TokenLife::askForTurn(RenewalTurn::Haste haste)
{
    m_turn.ask(haste);
    if (m_turn.isWaiting())
        Q_EMIT changed();
}

void TokenLife::takeTurn()
{
    // Much may have happened while it waited.
    if (!m_tokens || isBusy() || !triesAgain() || !m_renewal->isReady() || !m_renewal->mayStart()) {
        m_turn.end();
        m_callers.answer(handOut());
        schedule();
        Q_EMIT changed(); // it was shown as waiting
        return;
    }
    startRenewal();
}

void TokenLife::wakeUp()
{
    if (m_problem) // after a success there is no back-off, only the 30 s that nothing shortens (F19)
        m_renewal->forgetWait();
    check();
}

void TokenLife::refreshNow()
{
    if (!m_tokens || !m_tokens->refreshToken || isBusy() || !m_renewal->isReady())
        return;
    m_renewal->forgetBackoff();
    m_needsPerson = false;
    if (m_renewal->mayStart())
        askForTurn(RenewalTurn::Haste::SomebodyWaits);
}

void TokenLife::startRenewal()
{
    if (m_renewalIsStale)
        makeRenewal();
    m_renewal->start(*m_tokens);
    Q_EMIT changed();
}

void TokenLife::takeRenewed(const TokenResponse &response)
{
    m_turn.end();
    TokenSet renewedTokens = TokenSet::fromResponse(response, m_clock, {}, &*m_tokens);
    renewedTokens.lastRenewedAt = m_clock.nowUtc();
    m_incoming = renewedTokens;
    m_triedStored = false;
    store(renewedTokens, [this] {
        m_tokens = std::exchange(m_incoming, std::nullopt);
        m_events.note(Event::What::Renewed, m_keeper.problem());
        giveOut();
        Q_EMIT renewed();
    });
}

void TokenLife::takeFailure(const Failure &failure)
{
    m_turn.end();
    m_events.note({.what = Event::What::RenewalFailed,
                   .number = static_cast<int>(ceil<std::chrono::seconds>(m_renewal->waitLeft()).count()),
                   .failure = FailureMark::of(failure)});
    if (failure.kind == Failure::Kind::Expired) {
        tryOtherStoredToken(failure);
        return;
    }
    m_problem = failure;
    // What was refused may be mended already.
    m_needsPerson = failure.kind == Failure::Kind::Client && !m_renewalIsStale;
    m_callers.answer(handOut());
    schedule();
    Q_EMIT changed();
}

void TokenLife::tryOtherStoredToken(const Failure &failure)
{
    if (m_triedStored) {
        end(failure);
        return;
    }
    m_triedStored = true;
    m_looksForOther = true;
    m_needsPerson = true; // nothing is sent until the keychain has told whether there is another
    m_keeper.load(
        [this, failure, generation = m_generation](const Outcome<std::optional<StoredTokens>> &loaded) {
            if (generation != m_generation)
                return;
            m_looksForOther = false;
            const bool another = loaded && *loaded && (*loaded)->binding == Binding::of(m_client) &&
                                 (*loaded)->tokens.refreshToken &&
                                 !((*loaded)->tokens.refreshToken == m_tokens->refreshToken);
            if (!another) {
                end(failure);
                return;
            }
            m_tokens->refreshToken = (*loaded)->tokens.refreshToken;
            m_needsPerson = false;
            m_renewal->forgetBackoff();
            startRenewal();
        });
}

void TokenLife::end(const Failure &failure)
{
    const TokenSet last = *m_tokens;
    m_events.note(Event::What::Ended, failure);
    ++m_generation;
    m_tokens.reset();
    m_problem = failure;
    m_alarm->stop();
    m_turn.end();
    m_keeper.forget([](const Outcome<void> &) {});
    m_callers.answer(std::unexpected(failure));
    Q_EMIT ended(failure, last);
}

} // namespace framekey
