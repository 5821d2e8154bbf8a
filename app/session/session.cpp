// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "session/personsource.h"
#include "session/storeditem.h"
#include "session/tokenstore.h"

#include <QPointer>

#include <utility>

namespace framekey
{

using namespace std::chrono_literals;
using State = SessionSnapshot::State;

namespace
{

// By those who ask for tokens: each time a locked keyring may ask the person for its password.
constexpr std::chrono::seconds leastBetweenReadings = 10s;

} // namespace

Session::Session(const Identity &identity, SessionPorts ports, QObject *parent)
    : QObject(parent)
    , m_identity(identity)
    , m_ports(ports)
    , m_events(ports.events, identity.accountId)
    , m_secretKeeper(clientSecretKey(identity.accountId), ports.store, ports.clock)
    , m_life(identity.accountId, ports.store, ports.clock, ports.renewalTurns)
    , m_questionAlarm(ports.clock.makeAlarm())
    , m_leaveAlarm(ports.clock.makeAlarm())
{
    m_life.setEvents(m_events);
    connect(&m_life, &TokenLife::changed, this, &Session::publish);
    connect(&m_secretKeeper, &ItemKeeper::problemChanged, this, &Session::publish);
    connect(&m_secretKeeper, &ItemKeeper::forgotten, this, &Session::publish);
    connect(&m_life.keeper(), &TokenKeeper::forgotten, this, [this] {
        if (m_receipt)
            m_receipt->keychainCleared = true;
        publish();
    });
    connect(&m_life, &TokenLife::renewed, this, [this] { confirmPerson(); });
    connect(&m_life, &TokenLife::ended, this, [this](const Failure &failure, const TokenSet &last) {
        m_ended = last;
        m_ended->accessToken = Secret();
        m_ended->refreshToken.reset();
        setProblem(failure);
    });
    connect(m_questionAlarm.get(), &Alarm::rang, this, &Session::keepCurrentPerson);
    connect(m_leaveAlarm.get(), &Alarm::rang, this, &Session::leaveNow);
    publish();
}

Session::~Session() = default;

void Session::setIdentity(const Identity &identity)
{
    m_identity = identity;
    publish();
}

void Session::setRegistration(const Outcome<ClientRegistration> &registration,
                              const std::optional<Secret> &clientSecret)
{
    if (!registration) {
        endSignIn();
        ++m_loadGeneration;
        m_client.reset();
        endLoading(std::unexpected(registration.error()));
        return;
    }
    // Tokens that live on under the same binding need no second reading; the client secret may be another.
    if (!m_client || Binding::of(*m_client) != Binding::of(*registration)) {
        // A click from before there was a client is not one on another server.
        const auto order = m_client ? nullptr : m_whenLoaded;
        endSignIn();
        m_whenLoaded = order;
        m_loading = Loading::Waiting;
        // At once, not when the keychain has answered: nothing of theirs goes to the new server (T6).
        m_clientSecret = Secret();
        m_secretKeeper.giveUp();
        m_life.setClient(*registration, m_clientSecret);
        m_personCheck.begin(std::nullopt, m_ports.clock.nowUtc());
    }
    if (m_client && m_client->requestedScope != registration->requestedScope)
        m_chosenScope.reset(); // what was set last is what is asked for from now on
    m_client = *registration;
    ++m_loadGeneration;
    publish();
    if (clientSecret)
        takeClientSecret(*clientSecret);
    else if (m_client->authentication == ClientAuthentication::None)
        m_clientSecret = Secret();
    else if (!m_secretKeeper.isUnwritten())
        return loadClientSecret();
    loadTokens();
}

void Session::loadTokens()
{
    m_life.setClient(*m_client, m_clientSecret);
    if (m_loading == Loading::Done && !m_isUnread) {
        m_life.wakeUp();
        return;
    }
    m_life.restore([this, generation = m_loadGeneration](const Outcome<void> &restored) {
        if (generation == m_loadGeneration)
            endLoading(restored);
    });
}

void Session::endLoading(const Outcome<void> &outcome)
{
    // A keychain that is not there at all is no reason to keep anyone from signing in, for as long as this
    // runs.
    const bool absent = !outcome && outcome.error().detail == Failure::Detail::KeychainAbsent;
    m_isUnread = !outcome && outcome.error().kind == Failure::Kind::Storage;
    m_readsAgainFrom = m_ports.clock.sinceBoot() + leastBetweenReadings;
    m_loading = m_isUnread && !absent ? Loading::Failed : Loading::Done;
    if (absent && m_client)
        m_life.setClient(*m_client, m_clientSecret);
    if (m_leaveAlarm->isSet())
        leaveNow();
    else if (outcome)
        confirmPerson();
    setProblem(outcome ? std::nullopt : std::optional(outcome.error()));
    m_callersBeforeLoading.answer(
        std::unexpected(Failure{.stage = Failure::Stage::Storage, .kind = Failure::Kind::Storage}));
    // Not where the sign-in turned out to be there already.
    if (const auto order = std::exchange(m_whenLoaded, nullptr); order && outcome && !m_life.tokens())
        (this->*order)();
}

bool Session::mayReadAgain() const
{
    return m_isUnread && m_client && m_ports.clock.sinceBoot() >= m_readsAgainFrom;
}

void Session::retryStorage()
{
    m_life.retryStorage();
    m_secretKeeper.retryNow();
    if ((m_loading != Loading::Done || m_isUnread) && m_client)
        setRegistration(ClientRegistration(*m_client));
    else
        m_life.keeper().probe([this] { publish(); });
}

void Session::wakeUp()
{
    m_life.wakeUp();
}

void Session::refreshNow()
{
    m_life.refreshNow();
}

void Session::confirmPerson(Check check)
{
    if (!m_client || !m_life.isAlive() || m_life.tokens()->person)
        return;
    const Secret asked = m_life.tokens()->accessToken;
    m_ports.personSource.ask(*m_client, asked,
                             [self = QPointer(this), asked, check](const Outcome<Person> &person) {
                                 const bool sameTokens = self && self->m_life.tokens() &&
                                                         self->m_life.tokens()->accessToken == asked;
                                 if (sameTokens)
                                     self->takePerson(person, check);
                             });
}

void Session::takePerson(const Outcome<Person> &person, Check check)
{
    if (m_problem && m_problem->stage == Failure::Stage::AccountRequest)
        setProblem(std::nullopt); // of an earlier try
    if (person) {
        m_personCheck.begin(std::nullopt, m_ports.clock.nowUtc());
        m_life.setPerson(*person);
        return;
    }
    m_personCheck.take(person.error(), m_ports.clock.nowUtc());
    if (check == Check::AskedFor && !PersonCheck::isRefusal(person.error()))
        setProblem(person.error());
    else
        publish();
    // The access token may have grown old meanwhile.
    if (check == Check::AskedFor && m_life.triesAgain() && m_personCheck.mayRenewFor(person.error()))
        m_life.refreshNow();
}

void Session::checkPersonAgain()
{
    if (m_life.isAlive())
        confirmPerson(Check::AskedFor);
    else
        m_life.refreshNow(); // a renewal asks by itself
}

void Session::withAccessToken(std::chrono::seconds minValid, TokenCallers::Answer answer)
{
    if (m_life.tokens()) {
        m_life.withAccessToken(minValid, std::move(answer));
        return;
    }
    // It may have been unlocked, or started, since; who asks is the occasion to look, and waits for what is
    // seen.
    const bool readsAgain = mayReadAgain();
    if (m_loading == Loading::Waiting || readsAgain) {
        m_callersBeforeLoading.add([self = QPointer(this), minValid,
                                    answer = std::move(answer)](const Outcome<AccessToken> &outcome) {
            if (self && self->m_loading != Loading::Waiting)
                self->withAccessToken(minValid, answer);
            else
                answer(outcome);
        });
        if (readsAgain) {
            m_readsAgainFrom = m_ports.clock.sinceBoot() + leastBetweenReadings;
            retryStorage();
        }
        return;
    }
    const Failure none{.stage = Failure::Stage::Refresh, .kind = Failure::Kind::Expired};
    answer(std::unexpected(m_problem.value_or(none)));
}

void Session::setProblem(const std::optional<Failure> &problem)
{
    m_problem = problem;
    m_problemAt = problem ? std::optional(m_ports.clock.nowUtc()) : std::nullopt;
    publish();
}

} // namespace framekey
