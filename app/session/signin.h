// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/authorizationattempt.h"
#include "session/browserpage.h"
#include "session/clock.h"
#include "session/eventlog.h"
#include "session/sessionsnapshot.h"

#include <QObject>

#include <memory>
#include <optional>

namespace framekey
{

class ExternalUserAgent;
class PersonSource;
class SchemeRegistration;

/// One sign-in from the person's click to tokens and person: attempt, browser, waiting, account request. It
/// stores nothing and decides nothing about another sign-in; it ends with exactly one of `completed` and
/// `failed`, and the browser then still waits for `tellBrowser`.
class SignIn : public QObject
{
    Q_OBJECT

public:
    struct Ports {
        Clock &clock;
        ExternalUserAgent &userAgent;
        PersonSource &personSource;
        SchemeRegistration *schemes = nullptr; ///< null: the desktop cannot be asked
        EventSource events = {};
    };
    /// What a sign-in brought.
    struct Result {
        TokenResponse tokens;
        Outcome<Person> person; ///< a failure: not confirmed; the sign-in stands all the same
        QStringList requestedScope;
    };

    SignIn(const ClientRegistration &client, const AuthorizationWish &wish, const Secret &clientSecret,
           Ports ports, QObject *parent = nullptr);
    ~SignIn() override;

    /// Binds the port. The browser is opened by `openBrowser`, so that something can be made sure of in
    /// between.
    Outcome<void> start();
    void openBrowser();
    /// The same, but where the redirect comes through the desktop: only once that can bring it. Otherwise
    /// `waiting()` says what is in the way, and the browser is the person's to open.
    void openBrowserWhenReady();
    /// Makes the desktop hand the redirect over to this program, then opens the browser.
    void registerScheme();
    /// What is wrong with it is then in `waiting()`, to be shown beside its field.
    void takePasted(const QString &text);
    /// See RedirectListener::takeRedirect.
    bool takeRedirect(const Secret &address) { return m_attempt->takeRedirect(address); }
    void cancel();
    [[nodiscard]] const SessionSnapshot::Waiting &waiting() const { return m_waiting; }
    /// Once: later ones are not heard.
    void tellBrowser(BrowserPage page, const QString &person = {});

Q_SIGNALS:
    void waitingChanged();
    void completed(const framekey::SignIn::Result &result);
    void failed(const framekey::Failure &failure);

private:
    void tellSteps();
    [[nodiscard]] std::unique_ptr<TokenNetwork> makeNetwork(const Secret &clientSecret);
    void noteRedirect() const;
    void takeHandOver(HandOver handOver);
    void finishAfterCode();
    void take(const Outcome<TokenResponse> &outcome);
    void askPerson(const TokenResponse &tokens);
    void fail(const Failure &failure);

    ClientRegistration m_client;
    Ports m_ports;
    QList<Secret> m_noCodes; ///< what a person may have in the clipboard besides
    std::unique_ptr<AuthorizationAttempt> m_attempt;
    std::unique_ptr<Alarm> m_deadline;
    std::unique_ptr<Alarm> m_late;
    std::unique_ptr<Alarm> m_stillWorking;
    SessionSnapshot::Waiting m_waiting;
    bool m_browserWasOpened = false;
    bool m_ended = false;
};

} // namespace framekey
