// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/renewal.h"

#include "oauth/tokennetwork.h"
#include "samples.h"
#include "testcase.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

using Kind = Failure::Kind;

/// One refresh after the other, against a scripted token endpoint (F1 to F9 of reliability).
class RenewalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refresh_isOnePost();
    void secondStart_isNoSecondPost();
    void lostAnswer_isAskedForOnceMore();
    void lostAnswerTwice_isAFailure();
    void invalidGrantAfterALostAnswer_saysHowItCameAbout();
    void success_isFollowedByThirtySecondsOfPeace();
    void failures_areFollowedByLongerWaits();
    void retryAfter_outlastsTheNetworksReturn();
    void withoutRefreshToken_nothingIsSent();
    void redirect_isNotFollowed_data();
    void redirect_isNotFollowed();

private:
    void start(int expectedRequests);

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Renewal> m_renewal;
    int m_renewed = 0;
    QList<Failure> m_failures;
};

void RenewalTest::init()
{
    m_renewal.reset();
    m_clock = std::make_unique<FakeClock>();
    m_server = std::make_unique<ScriptedServer>();
    m_renewal = std::make_unique<Renewal>(*m_clock);
    const ClientRegistration client = clientOf(*m_server);
    m_renewal->setRequests(std::make_unique<TokenRequests>(client, makeTokenNetwork(client, Secret())));
    m_renewed = 0;
    m_failures.clear();
    connect(m_renewal.get(), &Renewal::renewed, this, [this] { ++m_renewed; });
    connect(m_renewal.get(), &Renewal::failed, this,
            [this](const Failure &failure) { m_failures.append(failure); });
}

void RenewalTest::start(int expectedRequests)
{
    m_renewal->start(hourOfTokens(*m_clock));
    QTRY_COMPARE(m_server->requests().size(), expectedRequests);
}

void RenewalTest::refresh_isOnePost()
{
    m_server->answer(200, tokenBody("2"));
    start(1);
    QTRY_COMPARE(m_renewed, 1);
    const auto &request = m_server->requests().constFirst();
    QCOMPARE(request.line, "POST /token HTTP/1.1"_ba);
    QCOMPARE(request.body, "grant_type=refresh_token&refresh_token=rt1&client_id=client"_ba);
    QCOMPARE(request.header("Content-Type"_ba), "application/x-www-form-urlencoded"_ba);
    QVERIFY(request.header("Authorization"_ba).isEmpty());
    QVERIFY(!m_renewal->isRunning());
}

void RenewalTest::redirect_isNotFollowed_data()
{
    // 301 to 303 make a GET of it, 307 and 308 send the body again.
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void RenewalTest::redirect_isNotFollowed()
{
    QFETCH(int, status);
    ScriptedServer other;
    other.answer(200, tokenBody("2"));
    m_server->answer(status, {}, "Location: " + other.url(u"/token"_s).toEncoded() + "\r\n");
    start(1);
    QTRY_COMPARE(m_failures.size(), 1);
    QCOMPARE(m_failures.constFirst().detail, Failure::Detail::Redirected);
    QCOMPARE(m_failures.constFirst().httpStatus, status);
    QVERIFY(other.requests().isEmpty());
    QCOMPARE(m_renewed, 0);
}

void RenewalTest::secondStart_isNoSecondPost()
{
    start(1);
    m_renewal->start(hourOfTokens(*m_clock));
    m_server->answer(200, tokenBody("2"));
    QTRY_COMPARE(m_renewed, 1);
    QTest::qWait(5);
    QCOMPARE(m_server->requests().size(), 1);
}

void RenewalTest::lostAnswer_isAskedForOnceMore()
{
    m_server->hangUp();
    start(1);
    QTRY_VERIFY(m_clock->nextAlarmIn());
    QVERIFY(m_clock->nextAlarmIn() <= 5s);
    QVERIFY(m_renewal->isRunning());
    m_server->answer(200, tokenBody("2"));
    m_clock->advance(1s);
    QTRY_COMPARE(m_renewed, 1);
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(m_server->requests().at(1).body, m_server->requests().at(0).body);
    QVERIFY(m_failures.isEmpty());
}

void RenewalTest::lostAnswerTwice_isAFailure()
{
    m_server->hangUp();
    m_server->hangUp();
    start(1);
    QTRY_VERIFY(m_clock->nextAlarmIn());
    m_clock->advance(1s);
    QTRY_COMPARE(m_failures.size(), 1);
    QCOMPARE(m_failures.constFirst().kind, Kind::Network);
    QCOMPARE(m_failures.constFirst().detail, Failure::Detail::ConnectionLost);
    m_clock->advance(10min);
    QTest::qWait(5);
    QCOMPARE(m_server->requests().size(), 2);
}

void RenewalTest::invalidGrantAfterALostAnswer_saysHowItCameAbout()
{
    m_server->hangUp();
    m_server->answer(400, invalidGrant);
    start(1);
    QTRY_VERIFY(m_clock->nextAlarmIn());
    m_clock->advance(1s);
    QTRY_COMPARE(m_failures.size(), 1);
    QCOMPARE(m_failures.constFirst().kind, Kind::Expired);
    QCOMPARE(m_failures.constFirst().detail, Failure::Detail::ConnectionLost);
}

void RenewalTest::success_isFollowedByThirtySecondsOfPeace()
{
    m_server->answer(200, tokenBody("2"));
    start(1);
    QTRY_COMPARE(m_renewed, 1);
    QCOMPARE(m_renewal->waitLeft(), 30s);
    QVERIFY(!m_renewal->mayStart());
    m_clock->advance(30s - 1ms);
    QVERIFY(!m_renewal->mayStart());
    m_clock->advance(1ms);
    QVERIFY(m_renewal->mayStart());
}

void RenewalTest::failures_areFollowedByLongerWaits()
{
    std::chrono::milliseconds least = 1s;
    for (int i = 1; i <= 5; ++i, least *= 2) {
        m_server->answer(500, {});
        start(i);
        QTRY_COMPARE(m_failures.size(), i);
        QVERIFY(m_renewal->waitLeft() >= least);
        QVERIFY(m_renewal->waitLeft() <= least * 5 / 4);
    }
    m_renewal->forgetBackoff();
    QVERIFY(m_renewal->mayStart());
}

void RenewalTest::retryAfter_outlastsTheNetworksReturn()
{
    m_server->answer(503, {}, "Retry-After: 120\r\n"_ba);
    start(1);
    QTRY_COMPARE(m_failures.size(), 1);
    QCOMPARE(m_renewal->waitLeft(), 120s);
    m_renewal->forgetBackoff();
    QCOMPARE(m_renewal->waitLeft(), 120s);
    m_clock->advance(120s);
    QVERIFY(m_renewal->mayStart());
}

void RenewalTest::withoutRefreshToken_nothingIsSent()
{
    TokenSet tokens = hourOfTokens(*m_clock);
    tokens.refreshToken.reset();
    m_renewal->start(tokens);
    QVERIFY(!m_renewal->isRunning());
    Renewal unready(*m_clock);
    unready.start(hourOfTokens(*m_clock));
    QVERIFY(!unready.isReady());
    QVERIFY(!unready.isRunning());
    QTest::qWait(5);
    QVERIFY(m_server->requests().isEmpty());
}

static const TestCase<RenewalTest> testCase("renewal");

} // namespace framekey::test

#include "tst_renewal.moc"
