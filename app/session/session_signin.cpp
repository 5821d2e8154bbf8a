// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a session that signs in and re-authorizes.
#include "session/session.h"

#include <algorithm>
#include <utility>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::seconds questionPatience = 10min;

}

using What = Event::What;

void Session::signIn()
{
    if (m_loading == Loading::Waiting)
        m_whenLoaded =
            &Session::signIn; // a click is not lost to a keychain or practice server that is not there yet
    else if (m_client)
        begin(std::nullopt);
}

void Session::signInAsAnother()
{
    if (m_loading == Loading::Waiting)
        m_whenLoaded = &Session::signInAsAnother;
    else if (m_client)
        begin(std::nullopt, m_client->quirks.promptForPerson);
}

void Session::reauthorize(const QStringList &scope)
{
    if (m_client)
        begin(scope);
}

void Session::beginSignIn(const std::optional<QStringList> &scope, Browser browser)
{
    if (m_client && m_loading != Loading::Waiting)
        begin(scope, {}, browser);
}

void Session::begin(const std::optional<QStringList> &chosenScope, const QString &prompt, Browser browser)
{
    // One attempt: a second click finds the first still waiting.
    if (m_signIn || m_candidate)
        return;
    m_chosenScope = chosenScope;
    m_receipt.reset();
    m_events.note({.what = What::SignInBegun, .number = chosenScope ? 1 : 0});
    if (m_client->authentication == ClientAuthentication::Basic && m_clientSecret.isEmpty()) {
        // It may lie in the keychain that could not be read: then that is what has to be mended.
        if (m_loading == Loading::Failed)
            return;
        takeSignInFailure(Failure{.stage = Failure::Stage::Settings,
                                  .kind = Failure::Kind::Settings,
                                  .detail = Failure::Detail::SecretMissing});
        return;
    }
    setProblem(std::nullopt);
    m_signIn = std::make_unique<SignIn>(
        *m_client,
        AuthorizationWish{.scope = chosenScope.value_or(m_client->requestedScope), .prompt = prompt},
        m_clientSecret,
        SignIn::Ports{.clock = m_ports.clock,
                      .userAgent = m_ports.userAgent,
                      .personSource = m_ports.personSource,
                      .schemes = m_ports.schemes,
                      .events = m_events});
    SignIn *signIn = m_signIn.get();
    connect(signIn, &SignIn::waitingChanged, this, &Session::publish);
    connect(signIn, &SignIn::completed, this, &Session::takeSignIn);
    connect(signIn, &SignIn::failed, this, &Session::takeSignInFailure);
    if (const auto started = signIn->start(); !started) {
        takeSignInFailure(namingTheOther(started.error()));
        return;
    }
    publish();
    m_life.keeper().probe([this, signIn, browser] {
        m_events.note(What::KeychainProbed, m_life.keeper().problem());
        if (m_signIn.get() == signIn)
            sendToBrowser(browser);
    });
}

void Session::sendToBrowser(Browser browser)
{
    if (browser == Browser::Opened)
        m_signIn->openBrowserWhenReady();
    else
        m_events.note({.what = What::LinkGiven});
}

void Session::cancelSignIn()
{
    m_whenLoaded = nullptr;
    if (m_signIn)
        m_signIn->cancel();
    if (m_candidate)
        keepCurrentPerson();
}

void Session::endSignIn()
{
    cancelSignIn();
    if (!m_signIn)
        return;
    m_signIn->tellBrowser(BrowserPage::Cancelled);
    finishSignIn();
}

void Session::openBrowserAgain()
{
    if (m_signIn)
        m_signIn->openBrowser();
}

void Session::registerScheme()
{
    if (m_signIn)
        m_signIn->registerScheme();
}

bool Session::takeRedirect(const Secret &address)
{
    return m_signIn && m_signIn->takeRedirect(address);
}

void Session::finishWithPastedAddress(const QString &text)
{
    if (m_signIn)
        m_signIn->takePasted(text);
}

void Session::takeSignInFailure(const Failure &failure)
{
    finishSignIn();
    m_events.note(What::SignInFailed, failure);
    setProblem(failure.kind == Failure::Kind::Cancelled ? std::nullopt : std::optional(failure));
}

Failure Session::namingTheOther(const Failure &failure) const
{
    if (failure.detail != Failure::Detail::PortTaken || !m_whoWaits)
        return failure;
    const QString other = m_whoWaits(failure.subject.toUShort());
    if (other.isEmpty())
        return failure;
    Failure named = failure;
    named.detail = Failure::Detail::AnotherSignIn;
    named.subject = other;
    return named;
}

void Session::finishSignIn()
{
    // This may run inside one of its own signals.
    if (m_signIn)
        m_signIn.release()->deleteLater();
}

void Session::takeSignIn(const SignIn::Result &result)
{
    TokenSet tokens = TokenSet::fromResponse(result.tokens, m_ports.clock, result.requestedScope);
    if (result.person)
        tokens.person = *result.person;
    const std::optional<TokenSet> &current = m_life.tokens();
    const bool another =
        current && current->person && tokens.person && !current->person->isSamePersonAs(*tokens.person);
    // Nobody is known to have signed in, and these tokens are of no use: they replace no good ones.
    const bool useless = current && current->person && !result.person &&
                         PersonCheck::isRefusal(result.person.error()) && !comesOfLess(result);
    if (another)
        askWhichPerson(tokens);
    else if (useless)
        refuseSignIn(tokens, result.person.error());
    else
        adopt(tokens, result.person ? std::nullopt : std::optional(result.person.error()));
}

bool Session::comesOfLess(const SignIn::Result &result) const
{
    const Failure::Detail cause = result.person.error().detail;
    const bool mayBe = cause == Failure::Detail::ScopeMissing || cause == Failure::Detail::AccountRefused;
    return mayBe && std::ranges::any_of(m_life.tokens()->requestedScope, [&result](const QString &token) {
               return !result.requestedScope.contains(token);
           });
}

void Session::refuseSignIn(const TokenSet &tokens, const Failure &refusal)
{
    m_signIn->tellBrowser(BrowserPage::Failed);
    finishSignIn();
    m_events.note(What::SignInFailed, refusal);
    m_chosenScope.reset();
    // It may be the same person: then a server may end the kept sign-in with them (RFC 7009 2.1).
    if (m_client && m_client->quirks.revocationSparesNewGrant)
        revoke(tokens, m_client, m_clientSecret);
    setProblem(refusal);
}

void Session::askWhichPerson(const TokenSet &tokens)
{
    m_signIn->tellBrowser(BrowserPage::Question);
    finishSignIn();
    m_events.note({.what = What::AnotherPerson});
    m_candidate = Candidate{.tokens = tokens,
                            .question = {.current = *m_life.tokens()->person,
                                         .other = *tokens.person,
                                         .until = m_ports.clock.nowUtc().addSecs(questionPatience.count())}};
    m_questionAlarm->setIn(questionPatience);
    publish();
}

void Session::keepCurrentPerson()
{
    m_questionAlarm->stop();
    if (const auto candidate = std::exchange(m_candidate, std::nullopt))
        revoke(candidate->tokens, m_client, m_clientSecret);
    publish();
}

void Session::useOtherPerson()
{
    m_questionAlarm->stop();
    if (const auto candidate = std::exchange(m_candidate, std::nullopt))
        adopt(candidate->tokens);
}

void Session::adopt(const TokenSet &tokens, const std::optional<Failure> &personProblem)
{
    const std::optional<TokenSet> replaced = m_life.tokens();
    m_life.adopt(tokens, [this, replaced, personProblem, client = m_client,
                          name = tokens.person.value_or(Person()).name] {
        m_ended.reset();
        m_personCheck.begin(personProblem, m_ports.clock.nowUtc());
        m_problem.reset();
        m_loading = Loading::Done;
        m_isUnread = false;
        m_events.note(What::KeychainWritten, m_life.keeper().problem());
        m_events.note({.what = What::SignedIn});
        // Only now: the page tells what has happened, not what is hoped for.
        if (m_signIn)
            m_signIn->tellBrowser(BrowserPage::SignedIn, name);
        finishSignIn();
        if (replaced && client && client->quirks.revocationSparesNewGrant)
            revoke(*replaced, client, m_clientSecret);
        if (client)
            keepChosenScope(*client);
        publish();
    });
    publish();
}

void Session::keepChosenScope(const ClientRegistration &client)
{
    const auto chosen = std::exchange(m_chosenScope, std::nullopt);
    // Settings that changed meanwhile are another server's.
    if (!chosen || !m_client || Binding::of(*m_client) != Binding::of(client))
        return;
    m_client->requestedScope = *chosen;
    Q_EMIT scopeChosen(*chosen);
}

} // namespace framekey
