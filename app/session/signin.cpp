// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/signin.h"

#include "oauth/tokennetwork.h"
#include "oauth/tokenrequests.h"
#include "session/externaluseragent.h"
#include "session/personsource.h"
#include "session/schemeregistration.h"

#include <QPointer>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::seconds patience = 10min;
constexpr std::chrono::seconds redirectPatience = 60s;
constexpr std::chrono::seconds browserPatience = 30s;

bool isOthers(HandOver handOver)
{
    return handOver == HandOver::NotRegistered || handOver == HandOver::AnotherProgram;
}

BrowserPage pageFor(Failure::Kind kind)
{
    return kind == Failure::Kind::Denied ? BrowserPage::Denied : BrowserPage::Failed;
}

} // namespace

SignIn::SignIn(const ClientRegistration &client, const AuthorizationWish &wish, const Secret &clientSecret,
               Ports ports, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_ports(ports)
    , m_noCodes{Secret(client.clientId.toUtf8()), clientSecret}
    , m_attempt(std::make_unique<AuthorizationAttempt>(client, wish, makeNetwork(clientSecret)))
    , m_deadline(ports.clock.makeAlarm())
    , m_late(ports.clock.makeAlarm())
    , m_stillWorking(ports.clock.makeAlarm())
{
    tellSteps();
    connect(m_attempt.get(), &AuthorizationAttempt::codeReceived, this, &SignIn::finishAfterCode);
    connect(m_attempt.get(), &AuthorizationAttempt::finished, this, &SignIn::take);
    connect(m_deadline.get(), &Alarm::rang, this,
            [this] { fail({.stage = Failure::Stage::Browser, .kind = Failure::Kind::TimedOut}); });
    connect(m_late.get(), &Alarm::rang, this, [this] {
        m_waiting.late = true;
        Q_EMIT waitingChanged();
    });
    connect(m_stillWorking.get(), &Alarm::rang, this, [this] { tellBrowser(BrowserPage::StillWorking); });
}

SignIn::~SignIn() = default;

std::unique_ptr<TokenNetwork> SignIn::makeNetwork(const Secret &clientSecret)
{
    auto network = makeTokenNetwork(m_client, clientSecret);
    connect(network.get(), &TokenNetwork::exchanged, this, [this](const Exchange &exchange) {
        m_ports.events.note({.what = Event::What::CodeExchanged, .exchange = exchange});
    });
    return network;
}

void SignIn::tellSteps()
{
    connect(m_attempt.get(), &AuthorizationAttempt::requestRefused, this,
            [this](int httpStatus, Failure::Detail why) {
                m_ports.events.note({.what = Event::What::RequestRefused,
                                     .number = httpStatus,
                                     .failure = FailureMark{.detail = why}});
            });
    connect(m_attempt.get(), &AuthorizationAttempt::responseTaken, this, [this](ResponseWay way) {
        m_ports.events.note({.what = Event::What::ResponseReceived, .number = static_cast<int>(way)});
        const bool isKnown = !m_client.issuer.isEmpty() && way != ResponseWay::PastedCode;
        m_ports.events.note({.what = Event::What::IssuerCompared, .number = isKnown ? 1 : 0});
    });
}

void SignIn::noteRedirect() const
{
    using What = Event::What;
    if (m_waiting.port != 0)
        m_ports.events.note({.what = What::PortOpened, .number = m_waiting.port});
    else
        m_ports.events.note({.what = m_waiting.listening ? What::SchemeAwaited : What::PasteAwaited});
}

Outcome<void> SignIn::start()
{
    m_attempt->setRefusalPage(browserPage(BrowserPage::Refused));
    if (const auto started = m_attempt->start(m_ports.clock.nowUtc()); !started)
        return started;
    m_waiting.authorizationUrl = m_attempt->authorizationUrl();
    m_waiting.listening = m_attempt->isListening();
    m_waiting.port = m_attempt->port();
    noteRedirect();
    m_waiting.redirectKind = m_attempt->redirectUri().kind;
    m_waiting.redirectUri = m_attempt->redirectUri().toRegister();
    m_waiting.until = m_ports.clock.nowUtc().addSecs(patience.count());
    if (const auto &certificate = m_attempt->certificate(); certificate && certificate->endsSoon())
        m_waiting.certificateEnds = certificate->validUntil();
    m_deadline->setIn(patience);
    return {};
}

void SignIn::openBrowser()
{
    if (m_ended || m_waiting.finishing)
        return;
    m_browserWasOpened = true;
    m_waiting.browserOpened = m_ports.userAgent.open(m_waiting.authorizationUrl);
    m_ports.events.note({.what = Event::What::BrowserOpened, .number = m_waiting.browserOpened ? 1 : 0});
    m_waiting.browserHeld = false;
    if (!m_waiting.late)
        m_late->setIn(redirectPatience);
    m_attempt->warmUp();
    Q_EMIT waitingChanged();
}

void SignIn::openBrowserWhenReady()
{
    const RedirectUri &redirect = m_attempt->redirectUri();
    if (!m_ports.schemes || redirect.kind != RedirectUri::Kind::CustomScheme)
        return openBrowser();
    m_ports.schemes->ask(redirect.scheme, [self = QPointer(this)](HandOver handOver) {
        if (self)
            self->takeHandOver(handOver);
    });
}

void SignIn::registerScheme()
{
    const RedirectUri &redirect = m_attempt->redirectUri();
    if (m_ended || !m_ports.schemes || redirect.kind != RedirectUri::Kind::CustomScheme)
        return;
    m_ports.schemes->enter(redirect.scheme, [self = QPointer(this)](HandOver handOver) {
        if (self)
            self->takeHandOver(isOthers(handOver) ? HandOver::NotTaken : handOver);
    });
}

void SignIn::takeHandOver(HandOver handOver)
{
    if (m_ended || m_waiting.finishing)
        return;
    m_waiting.handOver = handOver;
    m_ports.events.note({.what = Event::What::HandOverAsked, .number = static_cast<int>(handOver)});
    const bool isReady = handOver == HandOver::Ready || handOver == HandOver::CannotTell;
    if (isReady && !m_browserWasOpened)
        return openBrowser();
    // The person may have opened it before the desktop answered.
    m_waiting.browserHeld = !isReady && !m_browserWasOpened;
    Q_EMIT waitingChanged();
}

void SignIn::takePasted(const QString &text)
{
    const auto taken = m_attempt->takePasted(text, m_noCodes);
    if (!taken)
        m_ports.events.note(Event::What::PasteRefused, taken);
    m_waiting.pasteProblem = taken ? std::nullopt : std::optional(taken.error());
    Q_EMIT waitingChanged();
}

void SignIn::cancel()
{
    // The tokens are here and on their way to the keychain: too late, and the browser is not told otherwise.
    if (m_ended)
        return;
    tellBrowser(BrowserPage::Cancelled);
    fail({.stage = Failure::Stage::Browser, .kind = Failure::Kind::Cancelled});
}

void SignIn::finishAfterCode()
{
    m_deadline->stop();
    m_late->stop();
    m_stillWorking->setIn(browserPatience);
    m_waiting.finishing = true;
    m_waiting.listening = false;
    m_waiting.port = 0;
    Q_EMIT waitingChanged();
}

void SignIn::take(const Outcome<TokenResponse> &outcome)
{
    if (m_ended)
        return;
    if (!outcome)
        fail(outcome.error());
    else
        askPerson(*outcome);
}

void SignIn::askPerson(const TokenResponse &tokens)
{
    const auto complete = [this, tokens](const Outcome<Person> &person) {
        if (m_ended)
            return;
        m_ended = true;
        m_ports.events.note(Event::What::PersonAsked, person);
        m_waiting.canCancel = false;
        Q_EMIT completed({.tokens = tokens, .person = person, .requestedScope = m_attempt->requestedScope()});
    };
    m_ports.personSource.ask(m_client, tokens.accessToken,
                             [self = QPointer(this), complete](const Outcome<Person> &person) {
                                 if (self)
                                     complete(person);
                             });
}

void SignIn::fail(const Failure &failure)
{
    if (m_ended)
        return;
    m_ended = true;
    m_deadline->stop();
    m_late->stop();
    m_attempt->stopListening();
    tellBrowser(pageFor(failure.kind));
    Q_EMIT failed(failure);
}

void SignIn::tellBrowser(BrowserPage page, const QString &person)
{
    m_stillWorking->stop();
    m_attempt->answerBrowser(browserPage(page, person));
}

} // namespace framekey
