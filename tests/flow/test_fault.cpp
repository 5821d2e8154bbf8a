// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"

namespace framekey::test
{

using namespace std::chrono_literals;
using Kind = Failure::Kind;
using Detail = Failure::Detail;

/// Renewals that go wrong at the server. None ends the sign-in but `invalid_grant`.
class TestFault : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void passingFaultKeepsTheSignInAndIsTriedAgain_data();
    void passingFaultKeepsTheSignInAndIsTriedAgain();
    void refusedClientIsAskedOnceAndNotAgainByItself_data();
    void refusedClientIsAskedOnceAndNotAgainByItself();
    void refusedConfidentialClientIsNotRetriedWithoutPassword();
    void invalidGrantEndsTheSignInAfterOneRequest();
    void serverThatAsksToBeLeftAloneIs_data();
    void serverThatAsksToBeLeftAloneIs();
    void anHourOfTroubleIsFewRequests();
    void slowAnswerIsWaitedFor();
    void hugeAnswerIsNotRead();
    void redirectIsNotFollowed();
    void endedTokenIsOfflineUntilTheServerIsBack();
    void wakingUpTriesAtOnce();

private:
    /// Signs in, and lets the renewal that is then due meet the fault.
    bool renewWith(const QString &fault);
};

bool TestFault::renewWith(const QString &fault)
{
    begin();
    if (!signIn())
        return false;
    practice().setFaults({fault});
    clock.advance(50min);
    return state() == State::Renewing && until([this] { return state() != State::Renewing; });
}

void TestFault::passingFaultKeepsTheSignInAndIsTriedAgain_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Detail>("detail");
    const auto row = [](const char *fault, Kind kind, Detail detail) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << kind << detail;
    };
    row("500", Kind::Server, Detail::None);
    row("502", Kind::Server, Detail::None);
    row("503:1", Kind::Server, Detail::None);
    row("status:504", Kind::Server, Detail::None);
    row("status:408", Kind::Server, Detail::None);
    row("error:temporarily_unavailable", Kind::Server, Detail::None);
    row("html", Kind::Protocol, Detail::NotJson);
    row("malformed", Kind::Protocol, Detail::WrongAnswer);
    row("empty", Kind::Protocol, Detail::WrongAnswer);
    row("huge", Kind::Protocol, Detail::TooLarge);
    row("body:[]", Kind::Protocol, Detail::WrongAnswer);
    row("body:{\"error\":\"invalid_grant\"}", Kind::Protocol, Detail::WrongAnswer);
    row("body:{\"token_type\":\"bearer\"}", Kind::Protocol, Detail::NoAccessToken);
    row("body:{\"access_token\":\"a\",\"token_type\":\"mac\"}", Kind::Protocol, Detail::WrongTokenType);
    row("body:{\"access_token\":\"a b\",\"token_type\":\"bearer\"}", Kind::Protocol, Detail::UnusableToken);
    row("body:{\"access_token\":\"a\",\"access_token\":\"b\",\"token_type\":\"bearer\"}", Kind::Protocol,
        Detail::WrongAnswer);
    row("redirect:http://127.0.0.1:9/", Kind::Protocol, Detail::Redirected);
}

void TestFault::passingFaultKeepsTheSignInAndIsTriedAgain()
{
    QFETCH(QString, fault);
    QVERIFY(renewWith(fault));
    QTEST(snapshot().problem->kind, "kind");
    QTEST(snapshot().problem->detail, "detail");
    QCOMPARE(state(), State::SignedIn);
    QCOMPARE(practice().refreshes().size(), 1);
    const QString kept = sha256Hex(item().value(u"refreshToken").toString().toLatin1());
    QCOMPARE(kept, practice().exchanges().value(0).value(u"issued_refresh_token_sha256").toString());
    const auto token = accessToken();
    QVERIFY(token);
    QCOMPARE(sha256Hex(token->token.reveal()),
             practice().exchanges().value(0).value(u"issued_access_token_sha256").toString());
    QVERIFY(snapshot().renewsAt);

    practice().setFaults({});
    clock.advance(2s);
    VERIFY_UNTIL(state() == State::SignedIn && !snapshot().problem);
    QCOMPARE(practice().refreshes().size(), 2);
}

void TestFault::refusedClientIsAskedOnceAndNotAgainByItself_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("code");
    QTest::newRow("invalid_client") << "invalid_client" << "invalid_client";
    QTest::newRow("invalid_scope") << "error:invalid_scope" << "invalid_scope";
    QTest::newRow("unauthorized_client") << "error:unauthorized_client" << "unauthorized_client";
    QTest::newRow("unknown") << "error:not_in_any_rfc" << "not_in_any_rfc";
}

void TestFault::refusedClientIsAskedOnceAndNotAgainByItself()
{
    QFETCH(QString, fault);
    QVERIFY(renewWith(fault));
    QCOMPARE(snapshot().problem->kind, Kind::Client);
    QTEST(snapshot().problem->serverCode, "code");
    QCOMPARE(state(), State::SignedIn);
    clock.advance(5min);
    session().wakeUp();
    pass(50ms);
    QCOMPARE(practice().refreshes().size(), 1);
    QVERIFY(store->contains(itemKey()));
    practice().setFaults({});
    QVERIFY(renew());
}

void TestFault::refusedConfidentialClientIsNotRetriedWithoutPassword()
{
    begin(confidentialAccount(), clientSecret());
    QVERIFY(signIn());
    practice().setFaults({QStringLiteral("invalid_client")});
    QVERIFY(!renew());
    QCOMPARE(snapshot().problem->kind, Kind::Client);
    QCOMPARE(practice().refreshes().size(), 1);
}

void TestFault::invalidGrantEndsTheSignInAfterOneRequest()
{
    QVERIFY(renewWith(QStringLiteral("invalid_grant")));
    VERIFY_UNTIL(state() == State::SignInNeeded);
    QCOMPARE(snapshot().problem->kind, Kind::Expired);
    QCOMPARE(snapshot().problem->serverCode, QStringLiteral("invalid_grant"));
    QCOMPARE(snapshot().person->name, QStringLiteral("Ana Lima"));
    VERIFY_UNTIL(!store->contains(itemKey()));
    QVERIFY(store->journal().contains(QString(u"read " + itemKey())));
    for (int i = 0; i < 10; ++i) {
        clock.advance(1min);
        session().wakeUp();
        QVERIFY(!accessToken());
    }
    QCOMPARE(practice().refreshes().size(), 1);
    practice().setFaults({});
    QVERIFY(signIn());
    QVERIFY(!snapshot().problem);
}

void TestFault::serverThatAsksToBeLeftAloneIs_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("503") << "503:120,times=1";
    QTest::newRow("429") << "429:120,times=1";
}

void TestFault::serverThatAsksToBeLeftAloneIs()
{
    QFETCH(QString, fault);
    QVERIFY(renewWith(fault));
    QCOMPARE(snapshot().problem->kind, Kind::Server);
    QCOMPARE(*snapshot().problem->retryAfter, 120s);
    clock.advance(119s);
    session().wakeUp();
    session().refreshNow();
    QVERIFY(accessToken(59min));
    pass(50ms);
    QCOMPARE(practice().refreshes().size(), 1);
    clock.advance(2s);
    VERIFY_UNTIL(state() == State::SignedIn && !snapshot().problem);
    QCOMPARE(practice().refreshes().size(), 2);
}

void TestFault::anHourOfTroubleIsFewRequests()
{
    QVERIFY(renewWith(QStringLiteral("500")));
    for (int second = 0; second < 3600; ++second) {
        clock.advance(1s);
        VERIFY_UNTIL(state() != State::Renewing);
    }
    QCOMPARE(state(), State::Offline);
    // 1 s doubling to 5 min, each up to a quarter longer.
    QCOMPARE_LE(practice().refreshes().size(), 20);
    QCOMPARE_GE(practice().refreshes().size(), 16);
}

void TestFault::slowAnswerIsWaitedFor()
{
    QVERIFY(renewWith(QStringLiteral("delay:2500")));
    QCOMPARE(state(), State::SignedIn);
    QVERIFY(!snapshot().problem);
    QCOMPARE(practice().refreshes().size(), 1);
}

void TestFault::hugeAnswerIsNotRead()
{
    begin();
    QVERIFY(signIn());
    hugeAnswerIsGivenUp();
}

void TestFault::redirectIsNotFollowed()
{
    Practice other;
    QVERIFY(
        renewWith(QStringLiteral("redirect:%1").arg(other.url(QStringLiteral("/oauth2/token")).toString())));
    QCOMPARE(snapshot().problem->detail, Detail::Redirected);
    QCOMPARE(snapshot().problem->httpStatus, 307);
    QCOMPARE(other.requests().size(), 0);
    QCOMPARE(state(), State::SignedIn);
}

void TestFault::endedTokenIsOfflineUntilTheServerIsBack()
{
    begin();
    QVERIFY(signIn());
    practice().stop();
    clock.advance(61min);
    VERIFY_UNTIL(state() == State::Offline);
    QCOMPARE(snapshot().problem->detail, Detail::ConnectionRefused);
    QElapsedTimer asked;
    asked.start();
    const auto refused = accessToken();
    QVERIFY(!refused && refused.error().isTemporary());
    QCOMPARE_LT(asked.elapsed(), 1000);
    QVERIFY(store->contains(itemKey()));
    practice().start();
    clock.advance(5min);
    VERIFY_UNTIL(state() == State::SignedIn);
    QVERIFY(accessToken());
    QVERIFY(!snapshot().problem);
}

void TestFault::wakingUpTriesAtOnce()
{
    begin();
    QVERIFY(signIn());
    practice().stop();
    clock.advance(61min);
    for (int i = 0; i < 8; ++i) {
        VERIFY_UNTIL(state() == State::Offline);
        clock.advance(5min);
    }
    VERIFY_UNTIL(state() == State::Offline);
    practice().start();
    session().wakeUp();
    QVERIFY(until([this] { return state() == State::SignedIn; }, 5s));
    QCOMPARE(practice().refreshes().size(), 1);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestFault)
#include "test_fault.moc"
