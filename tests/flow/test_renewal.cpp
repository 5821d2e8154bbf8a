// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/systemclock.h"
#include "harness/flowtest.h"

#include <vector>

namespace framekey::test
{

using namespace std::chrono_literals;
using Detail = Failure::Detail;

/// Renewal as it should go: when it is due, once for all who wait, stored before it is given out.
class TestRenewal : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void happensByItselfWhenDue();
    void happensByItselfOnTheRealClock();
    void fiftyCallersShareOneRequest();
    void callerGetsTheKeptTokenWithoutAnyRequest();
    void minValidBeyondTheLifetimeRenewsOnceInThirtySeconds();
    void refreshTokenIsStoredBeforeTheAccessTokenIsGivenOut();
    void refreshTokenIsRotatedAndTheNewOneUsed();
    void unchangedRefreshTokenIsKept();
    void wallClockPutBackGivesNoLongerLife();
    void wallClockPutForwardRenewsOnce();
    void wakingUpAfterTwoHoursRenewsOnce();
    void sleptTwoHoursRenewsOnce();
    void tinyLifetimesDoNotMakeAStorm();
    void renewalIsShownWhileItRuns();

private:
    QString issued(const Practice::Record &record) const
    {
        return record.value(u"issued_refresh_token_sha256").toString();
    }
    QString presented(const Practice::Record &record) const
    {
        return record.value(u"presented_refresh_token_sha256").toString();
    }
};

void TestRenewal::happensByItselfWhenDue()
{
    begin();
    QVERIFY(signIn());
    // min(80 % of an hour, an hour less a minute).
    QCOMPARE(*snapshot().renewsAt, clock.nowUtc().addSecs(2880));
    clock.advance(2879s);
    pass(50ms);
    QCOMPARE(practice().refreshes().size(), 0);
    clock.advance(2s);
    VERIFY_UNTIL(state() == State::SignedIn);
    QCOMPARE(practice().refreshes().size(), 1);
    QCOMPARE(*snapshot().expiresAt, clock.nowUtc().addSecs(3600));
    QCOMPARE(*snapshot().renewsAt, clock.nowUtc().addSecs(2880));
}

void TestRenewal::happensByItselfOnTheRealClock()
{
    SystemClock realClock;
    programClock = &realClock;
    startPractice({QStringLiteral("--access-token-lifetime"), QStringLiteral("4")});
    begin();
    QVERIFY(signIn());
    const auto first = accessToken();
    QElapsedTimer waited;
    waited.start();
    VERIFY_UNTIL(practice().refreshes().size() == 1);
    QCOMPARE_GE(waited.elapsed(), 1500);
    QCOMPARE_LE(waited.elapsed(), 3500);
    VERIFY_UNTIL(state() == State::SignedIn);
    const auto second = accessToken();
    QVERIFY(first && second && !(first->token == second->token));
}

void TestRenewal::fiftyCallersShareOneRequest()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("delay:200,grant=refresh_token")});
    begin();
    QVERIFY(signIn());
    clock.advance(2h);
    std::vector<Outcome<AccessToken>> answers;
    for (int i = 0; i < 50; ++i)
        session().withAccessToken(60s, [&answers](const auto &token) { answers.push_back(token); });
    VERIFY_UNTIL(answers.size() == 50);
    for (const auto &answer : answers)
        QVERIFY(answer && answer->token == answers.front()->token);
    pass(100ms);
    QCOMPARE(answers.size(), std::size_t(50));
    QCOMPARE(practice().refreshes().size(), 1);
    QCOMPARE(sha256Hex(answers.front()->token.reveal()),
             practice().refreshes().value(0).value(u"issued_access_token_sha256").toString());
}

void TestRenewal::callerGetsTheKeptTokenWithoutAnyRequest()
{
    begin();
    QVERIFY(signIn());
    const auto first = accessToken(60s);
    const auto second = accessToken(60s);
    QVERIFY(first && second && first->token == second->token);
    QCOMPARE(first->expiresAt, *snapshot().expiresAt);
    QCOMPARE(practice().refreshes().size(), 0);
}

void TestRenewal::minValidBeyondTheLifetimeRenewsOnceInThirtySeconds()
{
    begin();
    QVERIFY(signIn());
    for (int i = 0; i < 5; ++i)
        QVERIFY(accessToken(2h));
    QCOMPARE(practice().refreshes().size(), 1);
    clock.advance(31s);
    QVERIFY(accessToken(2h));
    QCOMPARE(practice().refreshes().size(), 2);
}

void TestRenewal::refreshTokenIsStoredBeforeTheAccessTokenIsGivenOut()
{
    begin();
    QVERIFY(signIn());
    const auto old = accessToken();
    store->hold();
    std::optional<Outcome<AccessToken>> given;
    session().withAccessToken(2h, [&given](const auto &token) { given = token; });
    VERIFY_UNTIL(store->held() == 1);
    QCOMPARE(store->journal().last(), QString(u"write " + itemKey()));
    pass(200ms);
    QVERIFY2(!given, "given out before the keychain had read it back");
    QCOMPARE(state(), State::Renewing);
    // Who asks meanwhile and needs no new one has the old one.
    QVERIFY(accessToken()->token == old->token);
    store->release();
    VERIFY_UNTIL(given);
    QVERIFY(*given && !((*given)->token == old->token));
    QCOMPARE(sha256Hex(item().value(u"refreshToken").toString().toLatin1()),
             issued(practice().refreshes().value(0)));
    QVERIFY(!item().contains(QStringLiteral("accessToken")));
}

void TestRenewal::refreshTokenIsRotatedAndTheNewOneUsed()
{
    begin();
    QVERIFY(signIn());
    QVERIFY(renew());
    QVERIFY(renew());
    const auto refreshes = practice().refreshes();
    QCOMPARE(presented(refreshes.value(0)), issued(practice().exchanges().value(0)));
    QCOMPARE(presented(refreshes.value(1)), issued(refreshes.value(0)));
    QVERIFY(presented(refreshes.value(1)) != presented(refreshes.value(0)));
}

void TestRenewal::unchangedRefreshTokenIsKept()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("norefresh,grant=refresh_token")});
    begin();
    QVERIFY(signIn());
    QVERIFY(renew());
    QVERIFY(renew());
    const auto refreshes = practice().refreshes();
    QCOMPARE(refreshes.size(), 2);
    QCOMPARE(presented(refreshes.value(1)), issued(practice().exchanges().value(0)));
    QVERIFY(snapshot().renewable);
}

void TestRenewal::wallClockPutBackGivesNoLongerLife()
{
    begin();
    QVERIFY(signIn());
    clock.jumpWall(-24h);
    clock.advance(61min);
    VERIFY_UNTIL(state() == State::SignedIn);
    QVERIFY(accessToken());
    QCOMPARE(practice().refreshes().size(), 1);
}

void TestRenewal::wallClockPutForwardRenewsOnce()
{
    begin();
    QVERIFY(signIn());
    clock.jumpWall(24h);
    QVERIFY(accessToken());
    QVERIFY(accessToken());
    QCOMPARE(practice().refreshes().size(), 1);
}

void TestRenewal::wakingUpAfterTwoHoursRenewsOnce()
{
    begin();
    QVERIFY(signIn());
    clock.jumpWall(2h);
    session().wakeUp();
    QCOMPARE(state(), State::Renewing);
    session().wakeUp();
    QVERIFY(until([this] { return state() == State::SignedIn; }, 2s));
    session().wakeUp();
    pass(50ms);
    QCOMPARE(practice().refreshes().size(), 1);
}

void TestRenewal::sleptTwoHoursRenewsOnce()
{
    begin();
    QVERIFY(signIn());
    clock.suspend(2h); // nobody says that it is over but the alarm
    QCOMPARE(state(), State::Renewing);
    QVERIFY(until([this] { return state() == State::SignedIn; }, 2s));
    pass(50ms);
    QCOMPARE(practice().refreshes().size(), 1);
    QVERIFY(accessToken());
}

void TestRenewal::tinyLifetimesDoNotMakeAStorm()
{
    startPractice({QStringLiteral("--fault"),
                   QStringLiteral("body:{\"access_token\":\"a\",\"token_type\":\"bearer\",\"expires_in\":-5}"
                                  ",grant=refresh_token")});
    begin();
    QVERIFY(signIn());
    clock.advance(1h);
    for (int second = 0; second < 90; ++second) {
        clock.advance(1s);
        VERIFY_UNTIL(state() != State::Renewing);
    }
    QCOMPARE_LE(practice().refreshes().size(), 4);
    QCOMPARE_GE(practice().refreshes().size(), 2);
    QCOMPARE(state(), State::Offline);
}

void TestRenewal::renewalIsShownWhileItRuns()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("delay:300,grant=refresh_token")});
    begin();
    QVERIFY(signIn());
    session().refreshNow();
    QCOMPARE(state(), State::Renewing);
    QVERIFY(snapshot().isUsable());
    session().refreshNow();
    VERIFY_UNTIL(state() == State::SignedIn);
    QCOMPARE(practice().refreshes().size(), 1);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestRenewal)
#include "test_renewal.moc"
