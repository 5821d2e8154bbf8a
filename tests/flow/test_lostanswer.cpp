// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"
#include "scriptedserver.h"

namespace framekey::test
{

using namespace std::chrono_literals;
using Detail = Failure::Detail;

/// Answers to a refresh request that do not arrive: whether the server has rotated the token is then open.
class TestLostAnswer : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void strictServerIsAskedTwiceAndThenThePerson_data();
    void strictServerIsAskedTwiceAndThenThePerson();
    void patientServerAcceptsTheSecondRequest();
    void unreachableServerAfterwardsEndsNothing();
};

void TestLostAnswer::strictServerIsAskedTwiceAndThenThePerson_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("closed without a byte") << "lost,times=1";
    QTest::newRow("reset within the body") << "drop:5,times=1";
}

void TestLostAnswer::strictServerIsAskedTwiceAndThenThePerson()
{
    QFETCH(QString, fault);
    begin();
    QVERIFY(signIn());
    practice().setFaults({fault});
    session().refreshNow();
    VERIFY_UNTIL(clock.nextAlarmIn() == 1s);
    QCOMPARE(state(), State::Renewing);
    QCOMPARE(practice().refreshes().size(), 1);
    clock.advance(1s);
    VERIFY_UNTIL(state() == State::SignInNeeded);
    QCOMPARE(snapshot().problem->kind, Failure::Kind::Expired);
    QCOMPARE(snapshot().problem->detail, Detail::ConnectionLost);
    const auto refreshes = practice().refreshes();
    QCOMPARE(refreshes.value(0).value(u"presented_refresh_token_sha256"),
             refreshes.value(1).value(u"presented_refresh_token_sha256"));
    clock.advance(10min);
    session().wakeUp();
    pass(100ms);
    QCOMPARE(practice().refreshes().size(), 2);
}

void TestLostAnswer::patientServerAcceptsTheSecondRequest()
{
    begin();
    QVERIFY(signIn());
    end();
    // A server that forgives a token used twice within some seconds, as Hydra can be told to.
    ScriptedServer patient;
    const QByteArray kept = store->item(itemKey());
    const QByteArray tokenUrl = practice().url(QStringLiteral("/oauth2/token")).toEncoded();
    const QByteArray patientUrl = patient.url(QStringLiteral("/oauth2/token")).toEncoded();
    store->put(itemKey(), QByteArray(kept).replace(tokenUrl, patientUrl));
    patient.hangUp();
    patient.answer(200, R"({"access_token":"fresh","token_type":"bearer","refresh_token":"next"})");
    AccountSettings settings = account();
    settings.endpoints.token = patient.url(QStringLiteral("/oauth2/token"));
    begin(settings);
    VERIFY_UNTIL(clock.nextAlarmIn() == 1s);
    clock.advance(1s);
    VERIFY_UNTIL(state() == State::SignedIn);
    QCOMPARE(patient.requests().size(), 2);
    QCOMPARE(patient.requests()[0].body, patient.requests()[1].body);
    QCOMPARE(accessToken()->token.reveal(), QByteArray("fresh"));
    QCOMPARE(item().value(u"refreshToken").toString(), QStringLiteral("next"));
    QVERIFY(!snapshot().problem);
}

void TestLostAnswer::unreachableServerAfterwardsEndsNothing()
{
    begin();
    QVERIFY(signIn());
    practice().setFaults({QStringLiteral("lost,times=1")});
    session().refreshNow();
    VERIFY_UNTIL(clock.nextAlarmIn() == 1s);
    practice().stop();
    clock.advance(1s);
    VERIFY_UNTIL(state() != State::Renewing);
    QCOMPARE(state(), State::SignedIn);
    QCOMPARE(snapshot().problem->detail, Detail::ConnectionRefused);
    QVERIFY(store->contains(itemKey()));
    QVERIFY(accessToken());
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestLostAnswer)
#include "test_lostanswer.moc"
