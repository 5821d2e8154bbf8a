// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tokenlife.h"

#include "oauth/tokennetwork.h"

#include <utility>

namespace framekey
{

using namespace std::chrono_literals;
using std::chrono::milliseconds;

TokenLife::TokenLife(const QString &accountId, TokenStore &store, Clock &clock, RenewalTurns *turns,
                     QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_ownTurns(turns ? nullptr : std::make_unique<RenewalTurns>(clock))
    , m_turn(turns ? *turns : *m_ownTurns)
    , m_keeper(accountId, store, clock)
    , m_alarm(clock.makeAlarm())
{
    makeRenewal();
    connect(&m_turn, &RenewalTurn::came, this, &TokenLife::takeTurn);
    connect(m_alarm.get(), &Alarm::rang, this, &TokenLife::check);
    connect(&m_keeper, &TokenKeeper::problemChanged, this, [this] {
        noteKeychain();
        Q_EMIT changed();
    });
}

TokenLife::~TokenLife() = default;

void TokenLife::makeRenewal()
{
    m_renewalIsStale = false;
    m_renewal = std::make_unique<Renewal>(m_clock);
    if (!m_client.clientId.isEmpty())
        m_renewal->setRequests(std::make_unique<TokenRequests>(m_client, makeNetwork()));
    connect(m_renewal.get(), &Renewal::renewed, this, &TokenLife::takeRenewed);
    connect(m_renewal.get(), &Renewal::failed, this, &TokenLife::takeFailure);
}

std::unique_ptr<TokenNetwork> TokenLife::makeNetwork()
{
    auto network = makeTokenNetwork(m_client, m_clientSecret);
    connect(network.get(), &TokenNetwork::exchanged, this, [this](const Exchange &exchange) {
        m_events.note({.what = Event::What::RefreshAnswered, .exchange = exchange});
    });
    return network;
}

void TokenLife::noteKeychain() const
{
    const auto &problem = m_keeper.problem();
    m_events.note(problem ? Event::What::KeychainLost : Event::What::KeychainBack, problem);
}

void TokenLife::setClient(const ClientRegistration &client, const Secret &clientSecret)
{
    const bool same = client == m_client && clientSecret == m_clientSecret;
    const bool sameBinding = Binding::of(client) == Binding::of(m_client);
    m_client = client;
    m_clientSecret = clientSecret;
    m_needsPerson = false;
    if (!same && (!sameBinding || !m_renewal->isRunning()))
        makeRenewal();
    else if (!same)
        m_renewalIsStale = true;
    if (sameBinding)
        return;
    // What lives here belongs to another server or client than this one (T6).
    letGo();
    m_callers.answer(
        std::unexpected(Failure{.stage = Failure::Stage::Refresh, .kind = Failure::Kind::Cancelled}));
}

void TokenLife::letGo()
{
    ++m_generation;
    m_tokens.reset();
    m_incoming.reset();
    m_adopting = false;
    m_looksForOther = false;
    m_problem.reset();
    m_alarm->stop();
    m_turn.end();
}

void TokenLife::restore(Restored answer)
{
    if (m_tokens || m_incoming) {
        answer({});
        check();
        return;
    }
    m_keeper.load([this, generation = m_generation,
                   answer = std::move(answer)](const Outcome<std::optional<StoredTokens>> &loaded) {
        if (generation != m_generation)
            return;
        m_events.note({.what = Event::What::KeychainRead,
                       .number = loaded && *loaded ? 1 : 0,
                       .failure = loaded ? std::nullopt : std::optional(FailureMark::of(loaded.error()))});
        if (!loaded) {
            answer(std::unexpected(loaded.error()));
            return;
        }
        const std::optional<StoredTokens> &stored = *loaded;
        if (stored && stored->binding != Binding::of(m_client)) {
            answer(std::unexpected(Failure{.stage = Failure::Stage::Settings,
                                           .kind = Failure::Kind::Settings,
                                           .detail = Failure::Detail::BindingChanged}));
            return;
        }
        if (stored)
            m_tokens = stored->tokens;
        answer({});
        if (m_tokens)
            check();
    });
}

void TokenLife::store(const TokenSet &tokens, Done done)
{
    m_keeper.keep({.tokens = tokens, .binding = Binding::of(m_client)},
                  [this, generation = m_generation, done = std::move(done)] {
                      if (generation == m_generation)
                          done();
                  });
}

void TokenLife::adopt(const TokenSet &tokens, Done done)
{
    ++m_generation;
    m_incoming = tokens;
    m_adopting = true;
    m_looksForOther = false;
    makeRenewal(); // an answer for the replaced tokens is not waited for
    m_turn.end();
    store(tokens, [this, done = std::move(done)] {
        m_tokens = std::exchange(m_incoming, std::nullopt);
        m_adopting = false;
        m_triedStored = false;
        giveOut();
        done();
    });
}

void TokenLife::giveOut()
{
    m_problem.reset();
    m_needsPerson = false;
    m_callers.answer(handOut());
    schedule();
    Q_EMIT changed();
}

void TokenLife::drop(const Dropped &last, std::function<void(const Outcome<void> &)> forgotten)
{
    std::optional<TokenSet> tokens = m_incoming ? m_incoming : m_tokens;
    letGo();
    m_keeper.forget(std::move(forgotten));
    m_callers.answer(
        std::unexpected(Failure{.stage = Failure::Stage::Refresh, .kind = Failure::Kind::Cancelled}));
    if (!m_renewal->isRunning()) {
        last(tokens);
        return;
    }
    // Its late answer brings nothing back, but the token it brings has to be revoked too (F58).
    Renewal *late = m_renewal.release();
    late->setParent(this);
    late->disconnect(this);
    connect(late, &Renewal::renewed, this,
            [late, last, tokens, &clock = m_clock](const TokenResponse &response) {
                late->deleteLater();
                last(TokenSet::fromResponse(response, clock, {}, &*tokens));
            });
    connect(late, &Renewal::failed, this, [late, last, tokens] {
        late->deleteLater();
        last(tokens);
    });
    makeRenewal();
}

void TokenLife::withAccessToken(std::chrono::seconds minValid, TokenCallers::Answer answer)
{
    // Alive as well: no time left is not "at least none".
    const bool enough = isAlive() && m_tokens->remaining(m_clock) >= milliseconds(minValid);
    if (!enough && (isBusy() || m_looksForOther)) {
        m_callers.add(std::move(answer));
    } else if (!enough && triesAgain() && m_renewal->isReady() && m_renewal->mayStart()) {
        m_callers.add(std::move(answer));
        askForTurn(RenewalTurn::Haste::SomebodyWaits);
    } else {
        answer(handOut());
    }
}

Outcome<AccessToken> TokenLife::handOut() const
{
    if (m_tokens && m_tokens->isAlive(m_clock))
        return AccessToken{.token = m_tokens->accessToken,
                           .expiresAt = m_tokens->expiresAt(),
                           .remaining = m_tokens->remaining(m_clock),
                           .lastRenewedAt = m_tokens->lastRenewedAt,
                           .renewalProblem = m_problem};
    if (m_problem)
        return std::unexpected(*m_problem);
    // Not twice in 30 s, also where it has died by then: that is no reason to sign in.
    if (triesAgain() && m_renewal->isReady())
        return std::unexpected(Failure{.stage = Failure::Stage::Refresh, .kind = Failure::Kind::Server});
    return std::unexpected(Failure{.stage = Failure::Stage::Refresh, .kind = Failure::Kind::Expired});
}

void TokenLife::setPerson(const Person &person)
{
    if (!m_tokens || m_incoming)
        return;
    m_tokens->person = person;
    store(*m_tokens, [] {});
    Q_EMIT changed();
}

} // namespace framekey
