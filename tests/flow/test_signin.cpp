// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"

#include <QJsonArray>

namespace framekey::test
{

using namespace std::chrono_literals;

/// Sign-in as it should go, renewal and sign-out after it, and what is sent for each kind of client.
class TestSignIn : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void lifeOfASignIn();
    void publicClientSendsItsIdAndNoHeader();
    void confidentialClientSendsBasicAndNothingInTheBody();
    void legacyQuirksSendStateAndScope();
    void customProviderSendsWhatTheRfcSays();
    void authorizationRequestIsExact();
    void twoAttemptsShareNothing();
    void pageTellsTheOutcomeAfterTheTokensAreStored();
    void narrowerConsentIsWhatWasGranted();
    void noScopeInTheAnswerMeansWhatWasAskedFor();
    void noExpiryIsTakenForFiveMinutes();
    void noRefreshTokenIsSaidAndTheAccessTokenKept();
    void personRequestThatFailsUndoesNothing();
    void personRequestThatHangsIsNotWaitedForLongerThanFiveSeconds();

private:
    Practice::Record onlyExchange() { return practice().exchanges().value(0); }
};

void TestSignIn::lifeOfASignIn()
{
    begin();
    QCOMPARE(state(), State::SignedOut);
    QVERIFY(signIn());
    QCOMPARE(snapshot().person->name, QStringLiteral("Ana Lima"));
    QCOMPARE(snapshot().person->email, QStringLiteral("ana@northlight.example"));
    QCOMPARE(snapshot().grantedScope, account().scopes);
    QCOMPARE(*snapshot().expiresAt, clock.nowUtc().addSecs(3600));
    QCOMPARE(snapshot().storage, SessionSnapshot::Storage::Keychain);
    QVERIFY(snapshot().renewable);

    const auto first = accessToken();
    QVERIFY(first);
    clock.advance(30min);
    QVERIFY(renew());
    const auto second = accessToken();
    QVERIFY(second);
    QVERIFY(!(first->token == second->token));
    QCOMPARE(*snapshot().lastRenewedAt, clock.nowUtc());
    QCOMPARE(*snapshot().expiresAt, clock.nowUtc().addSecs(3600));

    session().signOut();
    QCOMPARE(state(), State::SignedOut);
    VERIFY_UNTIL(snapshot().receipt &&
                 snapshot().receipt->revocation == SessionSnapshot::Receipt::Revocation::Revoked);
    QVERIFY(!store->contains(itemKey()));
    QCOMPARE(practice().exchanges().size(), 1);
    QCOMPARE(practice().refreshes().size(), 1);
    QCOMPARE(practice().revocations().size(), 1);
}

void TestSignIn::publicClientSendsItsIdAndNoHeader()
{
    begin();
    QVERIFY(signIn());
    QVERIFY(renew());
    for (const auto &record : practice().requests(QStringLiteral("/oauth2/token"))) {
        QCOMPARE(record.value(u"has_authorization_header"), QJsonValue(false));
        QCOMPARE(record.value(u"client_id"), QJsonValue(QStringLiteral("practice")));
        QVERIFY(!bodyNames(record).contains(QStringLiteral("client_secret")));
        QCOMPARE(record.value(u"query_names").toArray().size(), 0);
    }
    QVERIFY(bodyNames(onlyExchange()).contains(QStringLiteral("code_verifier")));
    QCOMPARE(practice().refreshes().size(), 1);
}

void TestSignIn::confidentialClientSendsBasicAndNothingInTheBody()
{
    begin(confidentialAccount(), clientSecret());
    QVERIFY(signIn());
    QVERIFY(renew());
    session().signOut();
    VERIFY_UNTIL(practice().revocations().size() == 1);
    const auto records = practice().exchanges() + practice().refreshes() + practice().revocations();
    QCOMPARE(records.size(), 3);
    for (const auto &record : records) {
        QCOMPARE(record.value(u"authorization_scheme"), QJsonValue(QStringLiteral("Basic")));
        QCOMPARE(record.value(u"status"), QJsonValue(200));
        QVERIFY(!bodyNames(record).contains(QStringLiteral("client_id")));
        QVERIFY(!bodyNames(record).contains(QStringLiteral("client_secret")));
    }
    QVERIFY(bodyNames(onlyExchange()).contains(QStringLiteral("code_verifier")));
    QVERIFY(store->contains(clientSecretKey(QStringLiteral("work"))));
}

void TestSignIn::legacyQuirksSendStateAndScope()
{
    begin(account(QStringLiteral("frameio-legacy")));
    QVERIFY(signIn());
    QVERIFY(renew());
    const QJsonValue scope(QStringLiteral("offline account.read asset.read"));
    QCOMPARE(onlyExchange().value(u"state_present"), QJsonValue(true));
    QCOMPARE(onlyExchange().value(u"scope"), scope);
    QCOMPARE(practice().refreshes().value(0).value(u"scope"), scope);
    QVERIFY(!bodyNames(practice().refreshes().value(0)).contains(QStringLiteral("state")));
}

void TestSignIn::customProviderSendsWhatTheRfcSays()
{
    begin(account(QStringLiteral("custom")));
    QVERIFY(signIn());
    QVERIFY(renew());
    QStringList exchange = bodyNames(onlyExchange());
    QStringList refresh = bodyNames(practice().refreshes().value(0));
    exchange.sort();
    refresh.sort();
    QCOMPARE(exchange.join(u' '), QStringLiteral("client_id code code_verifier grant_type redirect_uri"));
    QCOMPARE(refresh.join(u' '), QStringLiteral("client_id grant_type refresh_token"));
}

void TestSignIn::authorizationRequestIsExact()
{
    begin();
    QVERIFY(signIn());
    const auto records = practice().requests(QStringLiteral("/oauth2/auth"));
    QCOMPARE(records.size(), 1);
    QStringList names = records[0].value(u"query_names").toVariant().toStringList();
    names.sort();
    QCOMPARE(names.join(u' '), QStringLiteral("client_id code_challenge code_challenge_method redirect_uri "
                                              "response_type scope state"));
    QCOMPARE(records[0].value(u"code_challenge_method"), QJsonValue(QStringLiteral("S256")));
    QCOMPARE(person->asked(QStringLiteral("state")).size(), 43);
    QCOMPARE(person->asked(QStringLiteral("code_challenge")).size(), 43);
    const QUrl redirect(person->asked(QStringLiteral("redirect_uri")));
    QCOMPARE(redirect.toString(QUrl::RemovePort), QStringLiteral("http://127.0.0.1/callback"));
    QCOMPARE_GT(redirect.port(), 1023);
    QCOMPARE(onlyExchange().value(u"redirect_uri"), records[0].value(u"redirect_uri"));
    QCOMPARE(records[0].value(u"redirect_uri"), QJsonValue(redirect.toString()));
}

void TestSignIn::twoAttemptsShareNothing()
{
    begin();
    QVERIFY(signIn());
    const QString state = person->asked(QStringLiteral("state"));
    const QString challenge = person->asked(QStringLiteral("code_challenge"));
    session().signOut();
    QVERIFY(signIn());
    QVERIFY(person->asked(QStringLiteral("state")) != state);
    QVERIFY(person->asked(QStringLiteral("code_challenge")) != challenge);
}

void TestSignIn::pageTellsTheOutcomeAfterTheTokensAreStored()
{
    begin();
    VERIFY_UNTIL(store->held() == 0);
    session().signIn();
    VERIFY_UNTIL(person->opened().size() == 1);
    store->hold();
    VERIFY_UNTIL(store->journal().contains(u"write " + itemKey()));
    pass(300ms);
    QVERIFY2(!person->hasPage(), "the browser was told before the keychain had answered");
    QVERIFY(snapshot().waiting->finishing);
    QCOMPARE(state(), State::SigningIn);
    store->release();
    VERIFY_UNTIL(person->hasPage());
    QCOMPARE(state(), State::SignedIn);
    QCOMPARE(person->pageStatus(), 200);
    QVERIFY(person->page().contains("Ana Lima"));
}

void TestSignIn::narrowerConsentIsWhatWasGranted()
{
    person->tickedScope = {QStringLiteral("offline"), QStringLiteral("account.read")};
    begin();
    QVERIFY(signIn());
    QCOMPARE(*snapshot().grantedScope, *person->tickedScope);
    QCOMPARE(snapshot().requestedScope, account().scopes);
    QVERIFY(renew());
    QCOMPARE(practice().refreshes().value(0).value(u"scope"),
             QJsonValue(QStringLiteral("offline account.read")));
    QCOMPARE(*snapshot().grantedScope, *person->tickedScope);
}

void TestSignIn::noScopeInTheAnswerMeansWhatWasAskedFor()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("noscope")});
    begin();
    QVERIFY(signIn());
    QCOMPARE(*snapshot().grantedScope, account().scopes);
    QVERIFY(renew());
    QCOMPARE(*snapshot().grantedScope, account().scopes);
}

void TestSignIn::noExpiryIsTakenForFiveMinutes()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("noexpiry")});
    begin();
    QVERIFY(signIn());
    QCOMPARE(*snapshot().expiresAt, clock.nowUtc().addSecs(300));
    QCOMPARE(*snapshot().renewsAt, clock.nowUtc().addSecs(240));
}

void TestSignIn::noRefreshTokenIsSaidAndTheAccessTokenKept()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("norefresh")});
    begin();
    QVERIFY(signIn());
    QVERIFY(!snapshot().renewable);
    QVERIFY(!snapshot().renewsAt);
    QVERIFY(item().contains(QStringLiteral("accessToken")));
    QVERIFY(!item().contains(QStringLiteral("refreshToken")));
    QVERIFY(accessToken());
}

void TestSignIn::personRequestThatFailsUndoesNothing()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("500,at=me")});
    begin();
    QVERIFY(signIn());
    QVERIFY(!snapshot().person);
    QVERIFY(!snapshot().problem);
    practice().setFaults({});
    QVERIFY(renew());
    VERIFY_UNTIL(snapshot().person);
    QCOMPARE(snapshot().person->name, QStringLiteral("Ana Lima"));
}

void TestSignIn::personRequestThatHangsIsNotWaitedForLongerThanFiveSeconds()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("hang,at=me")});
    begin();
    QElapsedTimer waited;
    waited.start();
    QVERIFY(signIn());
    QCOMPARE_LT(waited.elapsed(), 6000);
    QVERIFY(!snapshot().person);
    QVERIFY(accessToken());
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestSignIn)
#include "test_signin.moc"
