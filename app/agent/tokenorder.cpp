// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tokenorder.h"

#include "accounts/accountlist.h"
#include "accounts/consents.h"
#include "agent/callerof.h"
#include "agent/signinwaits.h"
#include "session/clock.h"
#include "session/eventlog.h"
#include "session/session.h"

namespace framekey
{

using Refusal = AgentAnswer::Refusal;
using Result = TokenUse::Result;

namespace
{

// Of what `refusalOfToken` gives.
Result resultOf(Refusal refusal)
{
    switch (refusal) {
    case Refusal::SignInNeeded:
        return Result::SignInNeeded;
    case Refusal::Keychain:
        return Result::KeychainLocked;
    case Refusal::TryLater:
        return Result::TryLater;
    default:
        return Result::Failed;
    }
}

// Without a keychain it is kept in memory.
bool aSignInHelps(const Failure &failure)
{
    return refusalOfToken(failure) == Refusal::SignInNeeded ||
           failure.detail == Failure::Detail::KeychainAbsent;
}

} // namespace

TokenOrder::TokenOrder(const AgentPorts &ports, SignInWaits &signInWaits, AgentCallPtr call)
    : m_ports(ports)
    , m_signInWaits(signInWaits)
    , m_call(std::move(call))
    , m_startedAt(ports.clock.nowUtc())
    , m_renewsFirst(m_call->request().force)
{
}

void TokenOrder::start()
{
    m_use.requester = m_call->requester();
    m_use.requester.label = shownLabel(m_call->request().name);
    m_use.accountName = shownLabel(m_call->request().account);
    const auto chosen = chooseAccount(m_ports, m_call->request().account);
    if (!chosen) {
        end(chosen.error(), Result::Failed);
        return;
    }
    m_subject = chosen->subject;
    m_use.accountId = chosen->id;
    m_use.accountName = chosen->subject.name;
    if (asksEachTime() && !canAsk()) {
        refuseUnasked();
        return;
    }
    fetch();
}

void TokenOrder::fetch()
{
    const auto chosen = chooseAccount(m_ports, m_use.accountId);
    if (!chosen) {
        end(chosen.error(), Result::Failed);
        return;
    }
    whenLeft([] {});
    const auto atLeast = m_renewsFirst ? longerThanAnyLives : m_call->request().minValid;
    chosen->session.withAccessToken(
        atLeast, [self = shared_from_this()](const Outcome<AccessToken> &outcome) { self->take(outcome); });
}

void TokenOrder::take(const Outcome<AccessToken> &outcome)
{
    if (!m_call->isOpen())
        return;
    if (outcome) {
        takeToken(*outcome);
    } else if (const auto chosen = chooseAccount(m_ports, m_use.accountId); !chosen) {
        end(chosen.error(), Result::Failed);
    } else if (const bool helps = aSignInHelps(outcome.error());
               helps && m_call->request().wait && m_ports.hasWindow) {
        waitForPerson(*chosen);
    } else {
        refuse(outcome.error(), *chosen);
    }
}

void TokenOrder::takeToken(const AccessToken &token)
{
    const auto left = std::chrono::floor<std::chrono::seconds>(token.remaining);
    const bool isEnough = m_renewsFirst ? isRenewed(token) : left >= m_call->request().minValid;
    const auto chosen = chooseAccount(m_ports, m_use.accountId);
    if (!chosen)
        end(chosen.error(), Result::Failed);
    else if (!isEnough && token.renewalProblem)
        refuse(*token.renewalProblem, *chosen);
    else if (asksEachTime() && !m_mayBeGiven)
        canAsk() ? askPerson() : refuseUnasked();
    else
        give(token);
}

void TokenOrder::askPerson()
{
    const quint64 question =
        m_ports.consents.ask(m_use.accountId, m_use.accountName, m_use.requester,
                             [self = shared_from_this()](bool allowed) { self->takeWord(allowed); });
    whenLeft([&consents = m_ports.consents, question] { consents.drop(question); });
}

void TokenOrder::refuseUnasked()
{
    end(refusalOf(m_ports, Refusal::Refused, AgentCause::NobodyToAsk, m_subject), Result::Refused);
}

void TokenOrder::takeWord(bool allowed)
{
    if (!m_call->isOpen())
        return;
    if (!allowed) {
        end(refusalOf(m_ports, Refusal::Refused, AgentCause::PersonRefused, m_subject), Result::Refused);
        return;
    }
    m_mayBeGiven = true;
    m_renewsFirst = false;
    fetch(); // a minute may have gone by
}

void TokenOrder::waitForPerson(const ChosenAccount &account)
{
    const auto then = [self = shared_from_this()](SignInWaits::Outcome outcome) {
        if (!self->m_call->isOpen())
            return;
        self->m_renewsFirst = false;
        self->m_mayBeGiven = false; // it was said of another sign-in
        if (outcome == SignInWaits::Outcome::Cancelled)
            self->end(
                refusalOf(self->m_ports, Refusal::Cancelled, AgentCause::CancelledByPerson, self->m_subject),
                Result::Cancelled);
        else
            self->fetch();
    };
    const quint64 number = m_signInWaits.wait(account.session.snapshot(), m_use.requester, then);
    whenLeft([&waits = m_signInWaits, number] { waits.drop(number); });
}

void TokenOrder::give(const AccessToken &token)
{
    if (!isTokenText(token.token.reveal())) {
        end(refusalOf(m_ports, Refusal::Failed, AgentCause::NotAToken, m_subject), Result::Failed);
        return;
    }
    end({.given = GivenToken{.account = m_use.accountName, .token = token, .note = noteOn(token)}},
        isRenewed(token) ? Result::GivenAfterRenewal : Result::Given);
}

QString TokenOrder::noteOn(const AccessToken &token) const
{
    if (m_renewsFirst && !isRenewed(token))
        return m_ports.wording.notRenewedAgain();
    const auto left = std::chrono::floor<std::chrono::seconds>(token.remaining);
    const auto asked = m_call->request().minValid;
    return left < asked ? m_ports.wording.livesLess(left, asked) : QString();
}

bool TokenOrder::isRenewed(const AccessToken &token) const
{
    return token.lastRenewedAt && *token.lastRenewedAt >= m_startedAt;
}

bool TokenOrder::asksEachTime() const
{
    return m_ports.accounts.asksEachTime(m_use.accountId);
}

bool TokenOrder::canAsk() const
{
    return m_ports.hasWindow && m_call->request().mayAsk;
}

void TokenOrder::refuse(const Failure &failure, const ChosenAccount &account)
{
    const auto state = account.session.snapshot().state;
    const bool nobody = state == SessionSnapshot::State::SignedOut ||
                        state == SessionSnapshot::State::SigningIn ||
                        failure.kind == Failure::Kind::Cancelled;
    const Refusal refusal = refusalOfToken(failure);
    end(nobody && refusal == Refusal::SignInNeeded
            ? refusalOf(m_ports, refusal, AgentCause::NobodySignedIn, m_subject)
            : refusalOf(m_ports, refusal, failure, m_subject),
        resultOf(refusal));
}

void TokenOrder::end(const AgentAnswer &answer, Result result)
{
    m_call->answer(answer);
    note(result);
}

void TokenOrder::note(Result result)
{
    m_use.at = m_ports.clock.nowUtc();
    m_use.result = result;
    m_ports.activity.add(m_use);
    const bool isGiven = result == Result::Given || result == Result::GivenAfterRenewal;
    if (m_ports.events && !isGiven)
        m_ports.events->note({.what = Event::What::TokenRefused,
                              .number = static_cast<int>(result),
                              .account = m_ports.events->numberOf(m_use.accountId)});
}

void TokenOrder::whenLeft(const std::function<void()> &undo)
{
    m_call->whenLeft([self = weak_from_this(), undo] {
        const auto order = self.lock(); // kept: what is undone may be all that keeps it
        undo();
        if (order)
            order->note(Result::Left);
    });
}

} // namespace framekey
