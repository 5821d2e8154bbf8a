// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"

#include <QFile>

namespace framekey::test
{

using namespace std::chrono_literals;
using Detail = Failure::Detail;

/// The next start of the program, and what it does with tokens that were kept for another server or client.
class TestRestart : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void signedInWithoutABrowser();
    void signedInWithoutARefreshTokenWhileTheAccessTokenLives();
    void signInNeededWhereItEndedWithoutARefreshToken();
    void endsInFrontOfThePersonWithoutARefreshToken();
    void confidentialClientFindsItsSecret();
    void serverThatIsDownAtTheStartIsOfflineAndComesBack();
    void restartAfterTheServerForgotEverything();
    void settingsHoldNoSecret();
    void keptTokensStayUnusedAtAnotherServer();
    void keptTokensStayUnusedForAnotherClient();
    void keptSecretStaysUnusedAtAnotherServer();
    void changedServerOfARunningSessionGetsNothing();

private:
    QByteArray settings() const
    {
        QFile file(folder() + u"/accounts.json");
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TestRestart::signedInWithoutABrowser()
{
    begin();
    QVERIFY(signIn());
    clock.advance(10min);
    clock.reboot();
    restart();
    VERIFY_UNTIL(state() == State::SignedIn);
    QCOMPARE(snapshot().person->name, QStringLiteral("Ana Lima"));
    QCOMPARE(*snapshot().grantedScope, account().scopes);
    QVERIFY(accessToken());
    QCOMPARE(person->opened().size(), 1);
    QCOMPARE(practice().refreshes().size(), 1);
    QCOMPARE(snapshot().storage, SessionSnapshot::Storage::Keychain);
}

void TestRestart::signedInWithoutARefreshTokenWhileTheAccessTokenLives()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("norefresh")});
    begin();
    QVERIFY(signIn());
    const auto before = accessToken();
    const auto until = snapshot().expiresAt;
    clock.advance(10min);
    clock.reboot();
    restart();
    QCOMPARE(state(), State::SignedIn);
    QVERIFY(!snapshot().renewable);
    QCOMPARE(snapshot().expiresAt, until);
    QVERIFY(accessToken()->token == before->token);
    QCOMPARE(practice().requests(QStringLiteral("/oauth2/token")).size(), 1);
    clock.advance(51min);
    QCOMPARE(state(), State::SignInNeeded);
}

void TestRestart::signInNeededWhereItEndedWithoutARefreshToken()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("norefresh")});
    begin();
    QVERIFY(signIn());
    end();
    clock.advance(2h);
    restart();
    VERIFY_UNTIL(state() == State::SignInNeeded);
    QCOMPARE(snapshot().problem->kind, Failure::Kind::Expired);
    QCOMPARE(snapshot().problem->detail, Detail::NotRenewable);
    QCOMPARE(snapshot().person->name, QStringLiteral("Ana Lima"));
    QVERIFY(!accessToken());
    QVERIFY(signIn());
}

void TestRestart::endsInFrontOfThePersonWithoutARefreshToken()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("norefresh")});
    begin();
    QVERIFY(signIn());
    clock.advance(61min);
    QCOMPARE(state(), State::SignInNeeded);
    QCOMPARE(snapshot().problem->detail, Detail::NotRenewable);
    VERIFY_UNTIL(!store->contains(itemKey()));
}

void TestRestart::confidentialClientFindsItsSecret()
{
    begin(confidentialAccount(), clientSecret());
    QVERIFY(signIn());
    restart();
    VERIFY_UNTIL(state() == State::SignedIn);
    QCOMPARE(practice().refreshes().value(0).value(u"authorization_scheme"),
             QJsonValue(QStringLiteral("Basic")));
    QCOMPARE(practice().refreshes().value(0).value(u"status"), QJsonValue(200));
}

void TestRestart::serverThatIsDownAtTheStartIsOfflineAndComesBack()
{
    begin();
    QVERIFY(signIn());
    practice().stop();
    restart();
    VERIFY_UNTIL(state() == State::Offline);
    QVERIFY(store->contains(itemKey()));
    QCOMPARE(snapshot().person->name, QStringLiteral("Ana Lima"));
    practice().start();
    clock.advance(2s);
    VERIFY_UNTIL(state() == State::SignedIn);
    QCOMPARE(person->opened().size(), 1);
}

void TestRestart::restartAfterTheServerForgotEverything()
{
    begin();
    QVERIFY(signIn());
    end();
    practice().revokeAll();
    restart();
    VERIFY_UNTIL(state() == State::SignInNeeded);
    QCOMPARE(practice().refreshes().size(), 1);
    VERIFY_UNTIL(!store->contains(itemKey()));
}

void TestRestart::settingsHoldNoSecret()
{
    begin(confidentialAccount(), clientSecret());
    QVERIFY(signIn());
    QVERIFY(settings().contains("practice-web"));
    QVERIFY(!settings().contains("practice-secret"));
    QVERIFY(!settings().contains(accessToken()->token.reveal()));
    QVERIFY(!settings().contains(item().value(u"refreshToken").toString().toLatin1()));
}

void TestRestart::keptTokensStayUnusedAtAnotherServer()
{
    begin();
    QVERIFY(signIn());
    const QByteArray kept = store->item(itemKey());
    end();
    Practice other;
    AccountSettings changed = account();
    changed.endpoints.token = other.url(QStringLiteral("/oauth2/token"));
    begin(changed);
    VERIFY_UNTIL(snapshot().problem);
    QCOMPARE(snapshot().problem->detail, Detail::BindingChanged);
    QCOMPARE(state(), State::SignedOut);
    QVERIFY(!accessToken());
    session().wakeUp();
    session().refreshNow();
    clock.advance(2h);
    pass(100ms);
    QCOMPARE(other.requests().size(), 0);
    QCOMPARE(practice().refreshes().size(), 0);
    QCOMPARE(store->item(itemKey()), kept);
}

void TestRestart::keptTokensStayUnusedForAnotherClient()
{
    begin();
    QVERIFY(signIn());
    end();
    begin(confidentialAccount(), clientSecret());
    VERIFY_UNTIL(snapshot().problem);
    QCOMPARE(snapshot().problem->detail, Detail::BindingChanged);
    clock.advance(2h);
    pass(50ms);
    QCOMPARE(practice().refreshes().size(), 0);
    QVERIFY(signIn());
    QVERIFY(renew());
}

void TestRestart::keptSecretStaysUnusedAtAnotherServer()
{
    begin(confidentialAccount(), clientSecret());
    end();
    Practice other;
    AccountSettings changed = confidentialAccount();
    changed.endpoints.token = other.url(QStringLiteral("/oauth2/token"));
    begin(changed);
    session().signIn();
    VERIFY_UNTIL(snapshot().problem);
    QCOMPARE(snapshot().problem->detail, Detail::SecretMissing);
    QCOMPARE(other.requests().size(), 0);
}

void TestRestart::changedServerOfARunningSessionGetsNothing()
{
    begin();
    QVERIFY(signIn());
    Practice other;
    AccountSettings changed = account();
    changed.endpoints.token = other.url(QStringLiteral("/oauth2/token"));
    accounts().put(changed, {});
    VERIFY_UNTIL(snapshot().problem);
    QCOMPARE(snapshot().problem->detail, Detail::BindingChanged);
    session().refreshNow();
    session().wakeUp();
    QVERIFY(!accessToken(2h));
    clock.advance(2h);
    pass(100ms);
    QCOMPARE(other.requests().size(), 0);
    QCOMPARE(practice().refreshes().size(), 0);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestRestart)
#include "test_restart.moc"
