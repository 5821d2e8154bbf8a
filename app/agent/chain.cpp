// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/chain.h"

#include "accounts/accountlist.h"
#include "agent/chainlinks.h"
#include "agent/networklink.h"
#include "agent/sessionwatch.h"
#include "agent/wirewords.h"
#include "session/session.h"

#include <QJsonArray>

#include <algorithm>

namespace framekey
{

using Order = AgentRequest::Order;

namespace
{

constexpr WireWords<ChainLink, 14> links{{{ChainLink::Settings, "settings"},
                                          {ChainLink::Keychain, "keychain"},
                                          {ChainLink::ClientSecret, "client-secret"},
                                          {ChainLink::Network, "network"},
                                          {ChainLink::TokenEndpoint, "token-endpoint"},
                                          {ChainLink::Api, "api"},
                                          {ChainLink::Clock, "clock"},
                                          {ChainLink::Browser, "browser"},
                                          {ChainLink::Redirect, "redirect"},
                                          {ChainLink::SignIn, "sign-in"},
                                          {ChainLink::Renewal, "renewal"},
                                          {ChainLink::Lasting, "lasting"},
                                          {ChainLink::Scopes, "scopes"},
                                          {ChainLink::Window, "window"}}};
constexpr WireWords<ChainState, 3> states{
    {{ChainState::Good, "good"}, {ChainState::Warn, "warn"}, {ChainState::Bad, "bad"}}};

} // namespace

Chain::Chain(const AgentPorts &ports, AgentCallPtr call, AgentSubject subject, std::shared_ptr<void> place)
    : m_ports(ports), m_call(std::move(call)), m_subject(std::move(subject)), m_place(std::move(place))
{
}

void Chain::add(const ChainFinding &finding)
{
    // In the order of their links, whichever is found first.
    const auto behind = std::ranges::upper_bound(m_findings, finding.link, {}, &ChainFinding::link);
    m_findings.insert(behind, finding);
}

Chain::Tell Chain::later()
{
    ++m_pending;
    return [self = shared_from_this()](const ChainFinding &finding) {
        self->add(finding);
        --self->m_pending;
        self->answerIfDone();
    };
}

void Chain::begun()
{
    --m_pending;
    answerIfDone();
}

void Chain::answerIfDone()
{
    // Where the caller has left, the words' owner may have gone too.
    if (m_pending > 0 || !m_call->isOpen())
        return;
    QJsonArray shown;
    for (const ChainFinding &finding : m_findings) {
        const AgentAdvice advice = m_ports.wording.finding(finding, m_subject);
        shown.append(QJsonObject{{QStringLiteral("name"), wordOf(links, finding.link)},
                                 {QStringLiteral("state"), wordOf(states, finding.state)},
                                 {QStringLiteral("says"), advice.problem},
                                 {QStringLiteral("next"), advice.next}});
    }
    m_call->answer(
        {.content = {{QStringLiteral("account"), m_subject.name}, {QStringLiteral("links"), shown}}});
}

ChainOrders::ChainOrders(const AgentPorts &ports, SessionWatch &watch) : m_ports(ports), m_watch(watch)
{
}

bool ChainOrders::carryOut(const AgentCallPtr &call)
{
    const Order order = call->request().order;
    if (order != Order::Check && order != Order::Doctor)
        return false;
    const auto chosen = chooseAccount(m_ports, call->request().account);
    const bool isFull = m_places.use_count() > mostAtOnce;
    const auto follow = [this, call, order, place = m_places](const ChosenAccount &account) {
        order == Order::Check ? check(call, account, place) : doctor(call, account, place);
    };
    if (isFull)
        call->answer(refusalOf(m_ports, AgentAnswer::Refusal::TryLater, AgentCause::ManyChecks, {}));
    else if (chosen)
        whenLoaded(call, chosen->id, follow);
    else if (order == Order::Doctor && call->request().account.isEmpty())
        doctorWithoutAccount(call, m_places);
    else
        call->answer(chosen.error());
    return true;
}

void ChainOrders::whenLoaded(const AgentCallPtr &call, const QString &accountId, const Follow &then) const
{
    const auto isLoaded = [](const SessionSnapshot &now) {
        return now.state != SessionSnapshot::State::Starting;
    };
    const auto follow = [this, call, accountId, then](const SessionSnapshot *) {
        const auto chosen = chooseAccount(m_ports, accountId);
        if (!chosen)
            call->answer(chosen.error());
        else if (call->isOpen())
            then(*chosen);
    };
    const quint64 number = m_watch.wait(accountId, isLoaded, follow);
    call->whenLeft([&watch = m_watch, number] { watch.drop(number); });
}

void ChainOrders::check(const AgentCallPtr &call, const ChosenAccount &account, const Place &place) const
{
    const auto chain = std::make_shared<Chain>(m_ports, call, account.subject, place);
    trySettings(*chain, m_ports, account);
    tryKeychain(*chain, m_ports, &account);
    tryClientSecret(*chain, account);
    tryNetwork(*chain, m_ports, account);
    checkRenewal(chain, call, account);
    chain->begun();
}

void ChainOrders::checkRenewal(const ChainPtr &chain, const AgentCallPtr &call,
                               const ChosenAccount &account) const
{
    const auto take = [this, chain, call, tell = chain->later(),
                       id = account.id](const Outcome<AccessToken> &token) {
        if (!call->isOpen())
            return;
        const auto follow = [this, chain, call, tell, token](const ChosenAccount &now) {
            tryLasting(*chain, m_ports, now, call->request().seconds);
            if (call->request().scopes)
                tryScopes(*chain, now, *call->request().scopes);
            tell(renewalFinding(token, now.session.snapshot().renewable));
        };
        whenLoaded(call, id, follow); // the session has not told of the renewal yet
    };
    account.session.withAccessToken(longerThanAnyLives, take);
}

void ChainOrders::doctor(const AgentCallPtr &call, const ChosenAccount &account, const Place &place) const
{
    const auto chain = std::make_shared<Chain>(m_ports, call, account.subject, place);
    trySettings(*chain, m_ports, account);
    tryKeychain(*chain, m_ports, &account);
    tryClientSecret(*chain, account);
    tryNetwork(*chain, m_ports, account);
    tryBrowser(*chain, m_ports);
    tryRedirect(*chain, m_ports, account);
    trySignIn(*chain, m_ports, account);
    tryWindow(*chain, m_ports);
    chain->begun();
}

void ChainOrders::doctorWithoutAccount(const AgentCallPtr &call, const Place &place) const
{
    const auto chain = std::make_shared<Chain>(m_ports, call, AgentSubject{}, place);
    chain->add({.link = ChainLink::Settings, .state = ChainState::Bad});
    tryKeychain(*chain, m_ports, nullptr);
    tryBrowser(*chain, m_ports);
    tryWindow(*chain, m_ports);
    chain->begun();
}

} // namespace framekey
