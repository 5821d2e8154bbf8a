// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenlifefixture.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

using Kind = Failure::Kind;

/// Tokens renewed when due, shared by all who ask, ended by nothing but a verdict (F5 to F11, F19, F45).
class TokenLifeRenewalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_it = std::make_unique<TokenLifeFixture>(); }
    void renewal_comesByItselfWhenDue();
    void fiftyCallers_shareOnePost();
    void longerMinValid_renewsFirst();
    void failedRenewal_leavesTheOldTokenInUse();
    void refusedClient_isNotTriedAgainByItself();
    void secretMendedDuringARenewal_isUsedNext();
    void invalidGrant_endsTheSignInOnce();
    void invalidGrant_triesAnotherStoredTokenOnce();
    void zeroLifetime_isRenewedAtMostEveryThirtySeconds();

private:
    std::unique_ptr<TokenLifeFixture> m_it;
};

void TokenLifeRenewalTest::renewal_comesByItselfWhenDue()
{
    m_it->adopt(hourOfTokens(m_it->clock));
    QSignalSpy renewed(&m_it->life, &TokenLife::renewed);
    QCOMPARE(m_it->life.renewsAt().value(), m_it->clock.nowUtc().addSecs(2880));
    m_it->server.answer(200, tokenBody("2"));
    m_it->clock.advance(2880s - 1s);
    QTest::qWait(5);
    QCOMPARE(m_it->posts(), 0);
    m_it->store.hold();
    m_it->clock.advance(2s);
    QVERIFY(m_it->life.isRenewing());
    QTRY_COMPARE(m_it->store.held(), 1);
    QVERIFY(renewed.isEmpty()); // the new refresh token is not read back yet
    m_it->store.release();
    QTRY_COMPARE(renewed.size(), 1);
    QVERIFY(m_it->store.item(m_it->key()).contains("rt2"));
    m_it->ask();
    QCOMPARE(m_it->given, QList<QByteArray>{"at2"_ba});
    QCOMPARE(m_it->life.tokens()->lastRenewedAt.value(), m_it->clock.nowUtc());
    QCOMPARE(m_it->posts(), 1);
}

void TokenLifeRenewalTest::fiftyCallers_shareOnePost()
{
    m_it->adopt(hourOfTokens(m_it->clock));
    for (int i = 0; i < 50; ++i)
        m_it->ask(3601s);
    QTRY_COMPARE(m_it->posts(), 1);
    QVERIFY(m_it->given.isEmpty());
    m_it->server.answer(200, tokenBody("2"));
    QTRY_COMPARE(m_it->given, QList<QByteArray>(50, "at2"_ba));
    QCOMPARE(m_it->posts(), 1);
}

void TokenLifeRenewalTest::longerMinValid_renewsFirst()
{
    m_it->adopt(hourOfTokens(m_it->clock));
    m_it->clock.advance(10min);
    m_it->ask(50min);
    QCOMPARE(m_it->given, QList<QByteArray>{"at1"_ba});
    m_it->server.answer(200, tokenBody("2"));
    m_it->ask(50min + 1s);
    QTRY_COMPARE(m_it->given.size(), 2);
    QCOMPARE(m_it->given.constLast(), "at2"_ba);
    m_it->ask(5h); // longer than any: the fresh one, and no second post
    QCOMPARE(m_it->given.constLast(), "at2"_ba);
    QCOMPARE(m_it->posts(), 1);
}

void TokenLifeRenewalTest::failedRenewal_leavesTheOldTokenInUse()
{
    m_it->adopt(hourOfTokens(m_it->clock));
    m_it->server.answer(503, {}, "Retry-After: 300\r\n"_ba);
    m_it->clock.advance(2881s);
    QTRY_VERIFY(m_it->life.problem());
    QCOMPARE(m_it->life.problem()->kind, Kind::Server);
    m_it->ask();
    QCOMPARE(m_it->given, QList<QByteArray>{"at1"_ba});
    m_it->ask(1h);
    QCOMPARE(m_it->given.size(), 2); // what there is, and nothing sent before the server's time
    m_it->clock.advance(299s);
    QTest::qWait(5);
    QCOMPARE(m_it->posts(), 1);
    m_it->server.answer(200, tokenBody("2"));
    m_it->clock.advance(2s);
    QTRY_VERIFY(!m_it->life.problem());
    QCOMPARE(m_it->posts(), 2);
}

void TokenLifeRenewalTest::refusedClient_isNotTriedAgainByItself()
{
    m_it->adopt(hourOfTokens(m_it->clock));
    m_it->server.answer(401, R"({"error":"invalid_client"})"_ba);
    m_it->clock.advance(2881s);
    QTRY_VERIFY(m_it->life.problem());
    m_it->clock.advance(10min);
    m_it->life.wakeUp();
    QTest::qWait(5);
    QCOMPARE(m_it->posts(), 1);
    QVERIFY(m_it->store.item(m_it->key()).contains("rt1"));
    m_it->server.answer(200, tokenBody("2"));
    m_it->life.refreshNow(); // the person may have put it right
    QTRY_VERIFY(!m_it->life.problem());
    QCOMPARE(m_it->posts(), 2);
}

void TokenLifeRenewalTest::secretMendedDuringARenewal_isUsedNext()
{
    ClientRegistration client = clientOf(m_it->server);
    client.authentication = ClientAuthentication::Basic;
    m_it->life.setClient(client, Secret("wrong"));
    m_it->adopt(hourOfTokens(m_it->clock));
    m_it->clock.advance(2881s);
    QTRY_COMPARE(m_it->posts(), 1);
    m_it->life.setClient(client, Secret("right"));
    QVERIFY(m_it->life.isRenewing()); // cut off, it could use up the refresh token for nothing
    m_it->server.answer(401, R"({"error":"invalid_client"})");
    QTRY_COMPARE(m_it->life.problem().value_or(Failure()).kind, Kind::Client);
    QVERIFY(m_it->life.triesAgain());
    m_it->server.answer(200, tokenBody("2"));
    m_it->clock.advance(2s);
    QTRY_VERIFY(!m_it->life.problem());
    QCOMPARE(m_it->posts(), 2);
    const auto sent = [this](qsizetype request, const QByteArray &secret) {
        return m_it->server.requests().at(request).header("Authorization"_ba) ==
               "Basic " + ("client:" + secret).toBase64();
    };
    QVERIFY(sent(0, "wrong") && sent(1, "right"));
}

void TokenLifeRenewalTest::invalidGrant_endsTheSignInOnce()
{
    m_it->adopt(hourOfTokens(m_it->clock));
    QSignalSpy ended(&m_it->life, &TokenLife::ended);
    m_it->server.answer(400, invalidGrant);
    m_it->ask(3601s);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended.constFirst().constFirst().value<Failure>().kind, Kind::Expired);
    QCOMPARE(m_it->refused.size(), 1);
    QCOMPARE(m_it->refused.constFirst().kind, Kind::Expired);
    QVERIFY(!m_it->life.tokens());
    QVERIFY(!m_it->store.contains(m_it->key()));
    m_it->clock.advance(10min);
    m_it->life.wakeUp();
    m_it->ask();
    QTest::qWait(5);
    QCOMPARE(m_it->posts(), 1);
    QCOMPARE(m_it->refused.size(), 2);
}

void TokenLifeRenewalTest::invalidGrant_triesAnotherStoredTokenOnce()
{
    m_it->adopt(hourOfTokens(m_it->clock));
    TokenSet others = hourOfTokens(m_it->clock);
    others.refreshToken = Secret("rt-of-another-start"_ba);
    m_it->putStored(others, Binding::of(clientOf(m_it->server)));
    QSignalSpy ended(&m_it->life, &TokenLife::ended);
    m_it->server.answer(400, invalidGrant);
    m_it->server.answer(400, invalidGrant);
    m_it->ask(3601s);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(m_it->posts(), 2);
    QVERIFY(m_it->server.requests().at(1).body.contains("refresh_token=rt-of-another-start&"));
}

void TokenLifeRenewalTest::zeroLifetime_isRenewedAtMostEveryThirtySeconds()
{
    m_it->adopt(hourOfTokens(m_it->clock));
    for (int i = 0; i < 4; ++i)
        m_it->server.answer(200, tokenBody("2", 0));
    m_it->life.refreshNow();
    QTRY_COMPARE(m_it->posts(), 1);
    QTRY_VERIFY(!m_it->life.isRenewing());
    for (int second = 1; second < 90; ++second) {
        m_it->clock.advance(1s);
        m_it->life.wakeUp(); // the network comes and goes
        m_it->ask();
        QTRY_VERIFY(!m_it->life.isRenewing());
    }
    QCOMPARE(m_it->posts(), 3);
}

static const TestCase<TokenLifeRenewalTest> testCase("tokenliferenewal");

} // namespace framekey::test

#include "tst_tokenliferenewal.moc"
