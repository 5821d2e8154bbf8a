// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/signinorders.h"

#include "agent/statusdocument.h"
#include "session/session.h"

#include <QJsonArray>

#include <memory>

namespace framekey
{

using Order = AgentRequest::Order;
using Refusal = AgentAnswer::Refusal;

namespace
{

// A sign-in that stood before is not one that came about.
bool hasComeAbout(const SessionSnapshot &now, const SessionSnapshot &before)
{
    return !before.isUsable() || (!now.lastRenewedAt && now.expiresAt != before.expiresAt);
}

AgentAnswer linkOf(const SessionSnapshot::Waiting &waiting, bool joined)
{
    return {.content = {{QStringLiteral("pending"), true},
                        {QStringLiteral("link"), waiting.authorizationUrl.toString(QUrl::FullyEncoded)},
                        {QStringLiteral("until"), wireInstant(waiting.until)},
                        {QStringLiteral("pasteOnly"), !waiting.listening},
                        {QStringLiteral("joined"), joined}}};
}

} // namespace

SignInOrders::SignInOrders(const AgentPorts &ports, SessionWatch &watch) : m_ports(ports), m_watch(watch)
{
}

bool SignInOrders::carryOut(const AgentCallPtr &call)
{
    const Order order = call->request().order;
    if (order != Order::SignIn && order != Order::Await && order != Order::Paste && order != Order::Cancel &&
        order != Order::Refresh)
        return false;
    const auto chosen = chooseAccount(m_ports, call->request().account);
    if (!chosen)
        call->answer(chosen.error());
    else if (order == Order::SignIn)
        signIn(call, *chosen);
    else if (order == Order::Await)
        await(call, *chosen);
    else if (order == Order::Paste)
        paste(call, *chosen);
    else if (order == Order::Cancel)
        cancel(call, *chosen);
    else
        refresh(call, *chosen);
    return true;
}

void SignInOrders::when(const AgentCallPtr &call, const ChosenAccount &account, SessionWatch::Until until,
                        const std::function<void(const ChosenAccount &)> &then)
{
    const auto follow = [this, call, then, id = account.id](const SessionSnapshot *) {
        const auto chosen = chooseAccount(m_ports, id);
        if (!chosen)
            call->answer(chosen.error());
        else if (call->isOpen())
            then(*chosen);
    };
    const quint64 number = m_watch.wait(account.id, std::move(until), follow);
    call->whenLeft([&watch = m_watch, number] { watch.drop(number); });
}

void SignInOrders::signIn(const AgentCallPtr &call, const ChosenAccount &account)
{
    // A sign-in is not begun before it is known whether there is one already.
    when(
        call, account,
        [](const SessionSnapshot &now) { return now.state != SessionSnapshot::State::Starting; },
        [this, call](const ChosenAccount &loaded) { begin(call, loaded); });
}

void SignInOrders::begin(const AgentCallPtr &call, const ChosenAccount &account)
{
    const SessionSnapshot &session = account.session.snapshot();
    const AgentRequest &request = call->request();
    if (session.isUsable() && !isUnderWay(session) && !request.again) {
        call->answer({.content = {{QStringLiteral("pending"), false}}});
        return;
    }
    if (session.state == SessionSnapshot::State::KeychainLocked && session.problem) {
        call->answer(
            refusalOf(m_ports, refusalOfSignIn(*session.problem), *session.problem, account.subject));
        return;
    }
    const bool joins = isUnderWay(session);
    account.session.beginSignIn(request.scopes,
                                request.browser ? Session::Browser::Opened : Session::Browser::LeftAlone);
    if (session.waiting)
        call->answer(linkOf(*session.waiting, joins));
    else if (session.problem)
        call->answer(
            refusalOf(m_ports, refusalOfSignIn(*session.problem), *session.problem, account.subject));
    else
        call->answer({.refusal = Refusal::Failed});
}

void SignInOrders::await(const AgentCallPtr &call, const ChosenAccount &account)
{
    const auto sawSignIn = std::make_shared<bool>(false);
    const auto until = [sawSignIn](const SessionSnapshot &now) {
        *sawSignIn = *sawSignIn || isUnderWay(now);
        return !isUnderWay(now) && now.state != SessionSnapshot::State::Starting;
    };
    when(call, account, until,
         [this, call, sawSignIn, before = account.session.snapshot()](const ChosenAccount &now) {
             call->answer(endOf(now, before, *sawSignIn));
         });
}

AgentAnswer SignInOrders::endOf(const ChosenAccount &account, const SessionSnapshot &before,
                                bool sawSignIn) const
{
    const SessionSnapshot &now = account.session.snapshot();
    if (now.isUsable() && (!sawSignIn || hasComeAbout(now, before))) {
        AgentAnswer answer{.content = {{QStringLiteral("account"), account.subject.name},
                                       {QStringLiteral("person"), personOrNull(now.person)},
                                       {QStringLiteral("grantedScopes"), scopesOrNull(now.grantedScope)}}};
        return answer;
    }
    if (now.problem && now.problem->kind == Failure::Kind::Denied)
        return refusalOf(m_ports, Refusal::Cancelled, AgentCause::Denied, account.subject);
    if (now.problem)
        return refusalOf(m_ports, refusalOfSignIn(*now.problem), *now.problem, account.subject);
    return sawSignIn ? refusalOf(m_ports, Refusal::Cancelled, AgentCause::CancelledByPerson, account.subject)
                     : refusalOf(m_ports, Refusal::SignInNeeded, AgentCause::NobodySignedIn, account.subject);
}

void SignInOrders::paste(const AgentCallPtr &call, const ChosenAccount &account) const
{
    const SessionSnapshot &session = account.session.snapshot();
    if (!session.waiting) {
        call->answer(refusalOf(m_ports, Refusal::NotAwaited, AgentCause::NoSignInWaits, account.subject));
        return;
    }
    account.session.finishWithPastedAddress(QString::fromUtf8(call->request().text.reveal()));
    const auto problem = session.waiting ? session.waiting->pasteProblem : std::nullopt;
    call->answer(problem ? AgentAnswer{.refusal = Refusal::Faulty,
                                       .problem = m_ports.wording.pastedAddress(*problem, account.subject)}
                         : AgentAnswer{});
}

void SignInOrders::cancel(const AgentCallPtr &call, const ChosenAccount &account) const
{
    account.session.cancelSignIn();
    const bool tooLate = account.session.snapshot().waiting.has_value();
    call->answer(tooLate ? refusalOf(m_ports, Refusal::TryLater, AgentCause::SignInFinishing, account.subject)
                         : AgentAnswer{});
}

void SignInOrders::refresh(const AgentCallPtr &call, const ChosenAccount &account) const
{
    const auto take = [this, call, id = account.id,
                       before = account.session.snapshot().lastRenewedAt](const Outcome<AccessToken> &token) {
        // Where the caller has left, what this works on may have gone as well.
        if (!call->isOpen())
            return;
        const auto chosen = chooseAccount(m_ports, id);
        const auto failure = token ? token->renewalProblem : token.error();
        if (!chosen || failure) {
            call->answer(chosen ? refusalOf(m_ports, refusalOfToken(*failure), *failure, chosen->subject)
                                : chosen.error());
            return;
        }
        AgentAnswer answer{.content = expiryOf(*token, chosen->subject.name)};
        if (token->lastRenewedAt == before)
            answer.content.insert(QStringLiteral("note"), m_ports.wording.notRenewedAgain());
        call->answer(answer);
    };
    account.session.withAccessToken(longerThanAnyLives, take);
}

} // namespace framekey
