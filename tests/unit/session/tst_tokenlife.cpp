// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenlifefixture.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

using Detail = Failure::Detail;
using Kind = Failure::Kind;
using Operation = MemoryTokenStore::Operation;

/// Tokens while they live: stored before they are given out, kept, restored, dropped (F36 to F39, F43, F58).
class TokenLifeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_it = std::make_unique<TokenLifeFixture>(); }
    void adoptedTokens_areStoredBeforeTheyAreGivenOut();
    void adoptedTokens_areGivenOutWhereTheKeychainFails();
    void withoutRefreshToken_endsWithTheAccessToken();
    void drop_forgetsAtOnce();
    void dropDuringARefresh_bringsNothingBack();
    void restore_renewsAndGivesOut();
    void restore_ofAnotherBindingUsesNothing();
    void restore_ofNothingIsNoFailure();

private:
    std::unique_ptr<TokenLifeFixture> m_it;
};

void TokenLifeTest::adoptedTokens_areStoredBeforeTheyAreGivenOut()
{
    m_it->store.hold();
    m_it->life.adopt(hourOfTokens(m_it->clock), [] {});
    m_it->ask();
    QTest::qWait(5);
    QVERIFY(m_it->given.isEmpty() && m_it->refused.isEmpty());
    QVERIFY(!m_it->life.isRenewing());
    m_it->store.release();
    QTRY_COMPARE(m_it->given, QList<QByteArray>{"at1"_ba});
    QVERIFY(m_it->store.item(m_it->key()).contains("rt1"));
}

void TokenLifeTest::adoptedTokens_areGivenOutWhereTheKeychainFails()
{
    m_it->store.fail(Operation::Write, Detail::KeychainSlow);
    m_it->adopt(hourOfTokens(m_it->clock));
    m_it->ask();
    QCOMPARE(m_it->given, QList<QByteArray>{"at1"_ba});
    QCOMPARE(m_it->life.keeper().problem().value().detail, Detail::KeychainSlow);
}

void TokenLifeTest::withoutRefreshToken_endsWithTheAccessToken()
{
    TokenSet tokens = hourOfTokens(m_it->clock);
    tokens.refreshToken.reset();
    m_it->adopt(tokens);
    QSignalSpy ended(&m_it->life, &TokenLife::ended);
    QVERIFY(!m_it->life.renewsAt());
    QVERIFY(m_it->store.item(m_it->key()).contains("at1"));
    m_it->clock.advance(1h - 1s);
    QVERIFY(ended.isEmpty());
    m_it->clock.advance(2s);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.constFirst().constFirst().value<Failure>().detail, Detail::NotRenewable);
    QTRY_VERIFY(!m_it->store.contains(m_it->key()));
    QCOMPARE(m_it->posts(), 0);
}

void TokenLifeTest::drop_forgetsAtOnce()
{
    m_it->adopt(hourOfTokens(m_it->clock));
    std::optional<TokenSet> last;
    bool forgotten = false;
    m_it->life.drop([&](const std::optional<TokenSet> &tokens) { last = tokens; },
                    [&](const Outcome<void> &outcome) { forgotten = outcome.has_value(); });
    QVERIFY(!m_it->life.tokens());
    QCOMPARE(last.value().refreshToken.value().reveal(), "rt1"_ba);
    m_it->ask();
    QCOMPARE(m_it->refused.size(), 1);
    QTRY_VERIFY(forgotten);
    QVERIFY(!m_it->store.contains(m_it->key()));
    QVERIFY(!m_it->clock.nextAlarmIn());
}

void TokenLifeTest::dropDuringARefresh_bringsNothingBack()
{
    m_it->adopt(hourOfTokens(m_it->clock));
    m_it->ask(3601s);
    QTRY_COMPARE(m_it->posts(), 1);
    std::optional<TokenSet> last;
    m_it->life.drop([&](const std::optional<TokenSet> &tokens) { last = tokens; },
                    [](const Outcome<void> &) {});
    QCOMPARE(m_it->refused.size(), 1);
    QCOMPARE(m_it->refused.constFirst().kind, Kind::Cancelled);
    QVERIFY(!last);
    m_it->server.answer(200, tokenBody("2"));
    QTRY_VERIFY(last);
    QCOMPARE(last->refreshToken.value().reveal(), "rt2"_ba); // this one is to be revoked
    QTest::qWait(5);
    QVERIFY(!m_it->life.tokens());
    QVERIFY(!m_it->store.contains(m_it->key()));
    QVERIFY(m_it->given.isEmpty());
}

void TokenLifeTest::restore_renewsAndGivesOut()
{
    m_it->putStored(hourOfTokens(m_it->clock), Binding::of(clientOf(m_it->server)));
    bool restored = false;
    m_it->life.restore([&](const Outcome<void> &outcome) { restored = outcome.has_value(); });
    QTRY_VERIFY(restored);
    QTRY_COMPARE(m_it->posts(), 1);
    m_it->ask();
    m_it->server.answer(200, tokenBody("2"));
    QTRY_COMPARE(m_it->given, QList<QByteArray>{"at2"_ba});
    QVERIFY(m_it->store.item(m_it->key()).contains("rt2"));
}

void TokenLifeTest::restore_ofAnotherBindingUsesNothing()
{
    Binding other = Binding::of(clientOf(m_it->server));
    other.clientId = u"another"_s;
    m_it->putStored(hourOfTokens(m_it->clock), other);
    std::optional<Failure> failure;
    m_it->life.restore([&](const Outcome<void> &outcome) { failure = outcome.error(); });
    QTRY_VERIFY(failure);
    QCOMPARE(failure->detail, Detail::BindingChanged);
    m_it->life.wakeUp();
    m_it->life.refreshNow();
    m_it->ask();
    QTest::qWait(5);
    QCOMPARE(m_it->posts(), 0);
    QVERIFY(m_it->given.isEmpty());
    QVERIFY(m_it->store.contains(m_it->key()));
}

void TokenLifeTest::restore_ofNothingIsNoFailure()
{
    bool restored = false;
    m_it->life.restore([&](const Outcome<void> &outcome) { restored = outcome.has_value(); });
    QTRY_VERIFY(restored);
    QVERIFY(!m_it->life.tokens());
    QCOMPARE(m_it->posts(), 0);
}

static const TestCase<TokenLifeTest> testCase("tokenlife");

} // namespace framekey::test

#include "tst_tokenlife.moc"
