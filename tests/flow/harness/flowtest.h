// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "fakeclock.h"
#include "frameio/accountrequest.h"
#include "harness/heartbeat.h"
#include "harness/practice.h"
#include "harness/webperson.h"
#include "memorytokenstore.h"
#include "session/eventlog.h"
#include "session/renewalturns.h"
#include "session/session.h"
#include "session/storeditem.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace framekey::test
{

using State = SessionSnapshot::State;

/// The program without its window: accounts with their sessions on a settings folder, over ports that the
/// test owns. A second one on the same folder and store is the program's next start.
class Program
{
public:
    Program(const QString &folder, Clock &clock, TokenStore &store, ExternalUserAgent &userAgent);

    AccountList &accounts() { return m_accounts; }
    [[nodiscard]] const EventLog &events() const { return m_events; }

private:
    ProviderCatalogue m_catalogue = ProviderCatalogue::builtIn();
    AccountRequest m_accountRequest;
    EventLog m_events;
    RenewalTurns m_renewalTurns;
    AccountList m_accounts;
};

/// What the tests of this folder share: a practice server, a person with a browser, a keychain in memory, a
/// clock that the test moves, and one account, "work". After each test the event loop must never have stood
/// still for over 100 ms.
class FlowTest : public QObject
{
    Q_OBJECT

protected Q_SLOTS:
    void init();
    void cleanup();

protected:
    /// Started at its first use.
    Practice &practice();
    /// Before its first use: with these options.
    void startPractice(const QStringList &options);

    /// The account of the practice server, public client, with any free port to redirect to.
    AccountSettings account(const QString &provider = QStringLiteral("practice"));
    AccountSettings confidentialAccount();
    static Secret clientSecret() { return Secret("practice-secret"); }

    /// Starts the program with this account in it, and waits until the keychain has answered.
    void begin(const AccountSettings &settings, const std::optional<Secret> &secret = {});
    void begin() { begin(account()); }
    void end() { m_program.reset(); }
    /// Ends the program and starts it again on what it kept.
    void restart();
    /// The keychain has not answered yet.
    void restartUnread();

    /// Of the settings.
    [[nodiscard]] QString folder() const { return m_folder->path(); }
    AccountList &accounts() { return m_program->accounts(); }
    [[nodiscard]] const EventLog &events() const { return m_program->events(); }
    Session &session() { return *accounts().session(QStringLiteral("work")); }
    const SessionSnapshot &snapshot() { return session().snapshot(); }
    State state() { return snapshot().state; }
    [[nodiscard]] static QString itemKey() { return tokensKey(QStringLiteral("work")); }
    /// The kept item, opened.
    [[nodiscard]] QJsonObject item() const;

    /// True where the person's sign-in has brought tokens and the browser its page.
    bool signIn();
    /// The answer to one who asks for an access token, waited for.
    Outcome<AccessToken> accessToken(std::chrono::seconds minValid = {});
    /// One more renewal, its outcome waited for; true where it brought new tokens.
    bool renew();
    /// Of one signed in: the next refresh answers 64 MiB, which are not read and change nothing (F15).
    void hugeAnswerIsGivenUp();

    /// Where the session stands, for the words of a failed test.
    QString story();

    FakeClock clock;
    /// What the program goes by; the test's own unless a test chooses the real one.
    Clock *programClock = &clock;
    std::unique_ptr<MemoryTokenStore> store;
    std::unique_ptr<WebPerson> person;

private:
    void startProgram();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Practice> m_practice;
    std::unique_ptr<Program> m_program;
};

} // namespace framekey::test
