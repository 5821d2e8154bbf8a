// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"

namespace framekey::test
{

using namespace std::chrono_literals;

/// A second sign-in beside a live one: it loses nothing, whatever becomes of it.
class TestReauthorization : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void oneMoreScopeReplacesTheSignInOnceItIsStored();
    void nextOneStartsFromWhatWasAskedFor();
    void oldTokensServeUntilTheNewAreStored();
    void renewalGoesOnBesideIt();
    void denialLosesNothing();
    void cancelLosesNothing();
    void timeLimitLosesNothing();
    void failedExchangeLosesNothing();
    void replacedTokensAreRevokedOnlyWhereTheProviderSaysSo_data();
    void replacedTokensAreRevokedOnlyWhereTheProviderSaysSo();
    void anotherPersonStoresNothingAndIsAskedAbout();
    void keepingRevokesTheOther();
    void usingTheOtherReplaces();
    void noAnswerInTenMinutesIsKeep();
    void unconfirmedPersonIsNoOther();

private:
    QStringList wider() { return account().scopes + QStringList{QStringLiteral("comment.read")}; }
    bool reauthorize()
    {
        person->reset();
        session().reauthorize(wider());
        return until([this] { return !snapshot().pending && person->hasPage(); });
    }
    bool reauthorizeAsBen()
    {
        person->reset();
        person->name = QStringLiteral("ben");
        session().reauthorize(wider());
        return until([this] { return snapshot().question && person->hasPage(); });
    }
    void expectUntouched(const QByteArray &kept)
    {
        QCOMPARE(state(), State::SignedIn);
        QVERIFY(!snapshot().pending);
        QCOMPARE(store->item(itemKey()), kept);
        QCOMPARE(*snapshot().grantedScope, account().scopes);
        QCOMPARE(accounts().accounts().first().scopes, account().scopes);
        QCOMPARE(snapshot().person->name, QStringLiteral("Ana Lima"));
        QVERIFY(accessToken());
        QVERIFY(renew());
        QCOMPARE(practice().revocations().size(), 0);
    }
};

void TestReauthorization::oneMoreScopeReplacesTheSignInOnceItIsStored()
{
    begin();
    QVERIFY(signIn());
    const auto before = accessToken();
    QVERIFY(reauthorize());
    QCOMPARE(person->asked(QStringLiteral("scope")), wider().join(u' '));
    QCOMPARE(*snapshot().grantedScope, wider());
    QCOMPARE(state(), State::SignedIn);
    QVERIFY(!(accessToken()->token == before->token));
    QCOMPARE(sha256Hex(item().value(u"refreshToken").toString().toLatin1()),
             practice().exchanges().value(1).value(u"issued_refresh_token_sha256").toString());
    QVERIFY(person->page().contains("Ana Lima"));
    QVERIFY(renew());
}

void TestReauthorization::nextOneStartsFromWhatWasAskedFor()
{
    begin();
    QVERIFY(signIn());
    person->tickedScope = account().scopes; // less than asked for: asked for again all the same
    QVERIFY(reauthorize());
    QCOMPARE(*snapshot().grantedScope, account().scopes);
    QCOMPARE(accounts().accounts().first().scopes, wider());
    session().signOut();
    QVERIFY(signIn());
    QCOMPARE(person->asked(QStringLiteral("scope")), wider().join(u' '));
    restart();
    QCOMPARE(accounts().accounts().first().scopes, wider());
    QCOMPARE(snapshot().requestedScope, wider());
}

void TestReauthorization::oldTokensServeUntilTheNewAreStored()
{
    begin();
    QVERIFY(signIn());
    const auto before = accessToken();
    const QByteArray kept = store->item(itemKey());
    person->way = WebPerson::Way::ToTheRedirect;
    person->reset();
    session().reauthorize(wider());
    VERIFY_UNTIL(!person->redirect().isEmpty());
    QCOMPARE(state(), State::SignedIn);
    QVERIFY(snapshot().pending && snapshot().waiting);
    QVERIFY(accessToken()->token == before->token);
    store->hold();
    person->followRedirect();
    VERIFY_UNTIL(store->held() == 1);
    pass(100ms);
    QVERIFY(accessToken()->token == before->token);
    QCOMPARE(*snapshot().grantedScope, account().scopes);
    QVERIFY(!person->hasPage());
    store->release();
    VERIFY_UNTIL(person->hasPage());
    QCOMPARE(*snapshot().grantedScope, wider());
    QVERIFY(store->item(itemKey()) != kept);
}

void TestReauthorization::renewalGoesOnBesideIt()
{
    begin();
    QVERIFY(signIn());
    person->way = WebPerson::Way::ToTheRedirect;
    person->reset();
    session().reauthorize(wider());
    VERIFY_UNTIL(!person->redirect().isEmpty());
    QVERIFY(renew());
    QVERIFY(snapshot().pending);
    person->followRedirect();
    VERIFY_UNTIL(person->hasPage());
    QCOMPARE(*snapshot().grantedScope, wider());
    QVERIFY(renew());
}

void TestReauthorization::denialLosesNothing()
{
    begin();
    QVERIFY(signIn());
    const QByteArray kept = store->item(itemKey());
    person->decision = QStringLiteral("deny");
    QVERIFY(reauthorize());
    QCOMPARE(snapshot().problem->kind, Failure::Kind::Denied);
    session().dismissReceipt();
    QCOMPARE(practice().exchanges().size(), 1);
    QCOMPARE(store->item(itemKey()), kept);
    QCOMPARE(state(), State::SignedIn);
    QVERIFY(accessToken());
}

void TestReauthorization::cancelLosesNothing()
{
    begin();
    QVERIFY(signIn());
    const QByteArray kept = store->item(itemKey());
    person->way = WebPerson::Way::LookAndLeave;
    session().reauthorize(wider());
    VERIFY_UNTIL(person->opened().size() == 2);
    session().cancelSignIn();
    expectUntouched(kept);
}

void TestReauthorization::timeLimitLosesNothing()
{
    begin();
    QVERIFY(signIn());
    const QByteArray kept = store->item(itemKey());
    person->way = WebPerson::Way::LookAndLeave;
    session().reauthorize(wider());
    VERIFY_UNTIL(person->opened().size() == 2);
    clock.advance(601s);
    QVERIFY(!snapshot().pending);
    QCOMPARE(snapshot().problem->kind, Failure::Kind::TimedOut);
    QCOMPARE(state(), State::SignedIn);
    QCOMPARE(store->item(itemKey()), kept);
    QVERIFY(accessToken());
}

void TestReauthorization::failedExchangeLosesNothing()
{
    begin();
    QVERIFY(signIn());
    const QByteArray kept = store->item(itemKey());
    practice().setFaults({QStringLiteral("invalid_grant")});
    QVERIFY(reauthorize());
    QVERIFY(snapshot().problem);
    QCOMPARE(state(), State::SignedIn);
    QCOMPARE(store->item(itemKey()), kept);
    QVERIFY(accessToken());
}

void TestReauthorization::replacedTokensAreRevokedOnlyWhereTheProviderSaysSo_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<int>("revocations");
    QTest::newRow("spares the new grant") << "practice" << 1;
    QTest::newRow("says nothing") << "custom" << 0;
}

void TestReauthorization::replacedTokensAreRevokedOnlyWhereTheProviderSaysSo()
{
    QFETCH(QString, provider);
    begin(account(provider));
    QVERIFY(signIn());
    QVERIFY(reauthorize());
    pass(200ms);
    QTEST(int(practice().revocations().size()), "revocations");
    for (const auto &record : practice().revocations())
        QCOMPARE(record.value(u"presented_token_sha256"),
                 practice().exchanges().value(0).value(u"issued_refresh_token_sha256"));
    QVERIFY(renew());
}

void TestReauthorization::anotherPersonStoresNothingAndIsAskedAbout()
{
    begin();
    QVERIFY(signIn());
    const QByteArray kept = store->item(itemKey());
    QVERIFY(reauthorizeAsBen());
    QCOMPARE(snapshot().question->current.name, QStringLiteral("Ana Lima"));
    QCOMPARE(snapshot().question->other.name, QStringLiteral("Ben Okafor"));
    QCOMPARE(snapshot().question->until, clock.nowUtc().addSecs(600));
    QCOMPARE(store->item(itemKey()), kept);
    QCOMPARE(snapshot().person->name, QStringLiteral("Ana Lima"));
    QVERIFY(!person->page().contains("Ben Okafor"));
    QVERIFY(person->page().contains("Framekey"));
    QVERIFY(accessToken());
}

void TestReauthorization::keepingRevokesTheOther()
{
    begin();
    QVERIFY(signIn());
    QVERIFY(reauthorizeAsBen());
    session().keepCurrentPerson();
    QCOMPARE(accounts().accounts().first().scopes, account().scopes);
    QVERIFY(!snapshot().question);
    VERIFY_UNTIL(practice().revocations().size() == 1);
    QCOMPARE(practice().revocations().value(0).value(u"presented_token_sha256"),
             practice().exchanges().value(1).value(u"issued_refresh_token_sha256"));
    QCOMPARE(snapshot().person->name, QStringLiteral("Ana Lima"));
    QVERIFY(renew());
}

void TestReauthorization::usingTheOtherReplaces()
{
    begin();
    QVERIFY(signIn());
    QVERIFY(reauthorizeAsBen());
    session().useOtherPerson();
    VERIFY_UNTIL(snapshot().person->name == QStringLiteral("Ben Okafor"));
    QVERIFY(!snapshot().question && !snapshot().pending);
    QCOMPARE(*snapshot().grantedScope, wider());
    QCOMPARE(accounts().accounts().first().scopes, wider());
    QVERIFY(renew());
    restart();
    VERIFY_UNTIL(state() == State::SignedIn);
    QCOMPARE(snapshot().person->name, QStringLiteral("Ben Okafor"));
}

void TestReauthorization::noAnswerInTenMinutesIsKeep()
{
    begin();
    QVERIFY(signIn());
    QVERIFY(reauthorizeAsBen());
    clock.advance(599s);
    QVERIFY(snapshot().question);
    clock.advance(2s);
    QVERIFY(!snapshot().question);
    QCOMPARE(snapshot().person->name, QStringLiteral("Ana Lima"));
    VERIFY_UNTIL(practice().revocations().size() == 1);
}

void TestReauthorization::unconfirmedPersonIsNoOther()
{
    begin();
    QVERIFY(signIn());
    practice().setFaults({QStringLiteral("500,at=me")});
    QVERIFY(reauthorize());
    QVERIFY(!snapshot().question);
    QCOMPARE(*snapshot().grantedScope, wider());
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestReauthorization)
#include "test_reauthorization.moc"
