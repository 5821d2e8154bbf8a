// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tokenset.h"

#include "fakeclock.h"
#include "testcase.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace framekey::test
{

namespace
{

TokenSet hourOf(const Clock &clock)
{
    return TokenSet::fromResponse({.accessToken = Secret("at"_ba),
                                   .refreshToken = Secret("rt"_ba),
                                   .expiresIn = 3600s,
                                   .scope = QStringList{u"a"_s}},
                                  clock, {});
}

} // namespace

/// Expiry by two clocks (F20, F21 of reliability), and what a response leaves as it was.
class TokenSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void age_isWhatEitherClockSawMoreOf_data();
    void age_isWhatEitherClockSawMoreOf();
    void end_isTheLastInstantOfLife();
    void withoutAccessToken_nothingRemains();
    void response_isTakenWhole();
    void absentMembers_comeFromBefore();
    void absentMembers_withNothingBefore();
    void scopeThatIsNotTold_isNotMadeUp();
};

void TokenSetTest::age_isWhatEitherClockSawMoreOf_data()
{
    QTest::addColumn<qint64>("goesOn");
    QTest::addColumn<qint64>("wallJumps");
    QTest::addColumn<qint64>("age");
    constexpr qint64 day = 86400;
    QTest::newRow("new") << qint64(0) << qint64(0) << qint64(0);
    QTest::newRow("ten minutes") << qint64(600) << qint64(0) << qint64(600);
    QTest::newRow("wall put back a day") << qint64(600) << -day << qint64(600);
    QTest::newRow("wall put forward a day") << qint64(600) << day << 600 + day;
    QTest::newRow("wall put back right after the issue") << qint64(0) << qint64(-5) << qint64(0);
    QTest::newRow("wall put back as far as it went") << qint64(600) << qint64(-600) << qint64(600);
}

void TokenSetTest::age_isWhatEitherClockSawMoreOf()
{
    QFETCH(qint64, goesOn);
    QFETCH(qint64, wallJumps);
    QFETCH(qint64, age);
    FakeClock clock;
    const TokenSet tokens = hourOf(clock);
    clock.advance(std::chrono::seconds(goesOn));
    clock.jumpWall(std::chrono::seconds(wallJumps));
    QCOMPARE(qint64(tokens.age(clock).count()), age * 1000);
    QCOMPARE(qint64(tokens.remaining(clock).count()), std::max(3600 - age, qint64(0)) * 1000);
    QCOMPARE(tokens.isAlive(clock), age < 3600);
}

void TokenSetTest::end_isTheLastInstantOfLife()
{
    FakeClock clock;
    const TokenSet tokens = hourOf(clock);
    QCOMPARE(tokens.expiresAt(), clock.nowUtc().addSecs(3600));
    clock.advance(1h - 1ms);
    QVERIFY(tokens.isAlive(clock));
    clock.advance(1ms);
    QVERIFY(!tokens.isAlive(clock));
    clock.advance(24h);
    QCOMPARE(tokens.remaining(clock).count(), 0);
}

void TokenSetTest::withoutAccessToken_nothingRemains()
{
    FakeClock clock;
    TokenSet tokens = hourOf(clock);
    tokens.accessToken = Secret(); // restored by its refresh token alone
    QCOMPARE(tokens.remaining(clock).count(), 0);
    QVERIFY(!tokens.isAlive(clock));
}

void TokenSetTest::response_isTakenWhole()
{
    FakeClock clock;
    TokenSet before = hourOf(clock);
    before.person = Person{.id = u"1"_s, .name = u"Ada"_s, .email = {}};
    clock.advance(10min);
    const TokenResponse response{.accessToken = Secret("at2"_ba),
                                 .refreshToken = Secret("rt2"_ba),
                                 .expiresIn = 60s,
                                 .scope = QStringList{u"b"_s}};
    const TokenSet tokens = TokenSet::fromResponse(response, clock, {u"asked"_s}, &before);
    QCOMPARE(tokens.accessToken.reveal(), "at2"_ba);
    QCOMPARE(tokens.refreshToken.value().reveal(), "rt2"_ba);
    QCOMPARE(tokens.grantedScope.value(), QStringList{u"b"_s});
    QCOMPARE(tokens.lifetime, 60s);
    QCOMPARE(tokens.issuedAt, clock.nowUtc());
    QCOMPARE(tokens.age(clock).count(), 0);
    QCOMPARE(tokens.person, before.person);
}

void TokenSetTest::absentMembers_comeFromBefore()
{
    FakeClock clock;
    const TokenSet before = hourOf(clock);
    const TokenResponse response{
        .accessToken = Secret("at2"_ba), .refreshToken = {}, .expiresIn = {}, .scope = {}};
    const TokenSet tokens = TokenSet::fromResponse(response, clock, {u"asked"_s}, &before);
    QCOMPARE(tokens.refreshToken.value().reveal(), "rt"_ba);
    QCOMPARE(tokens.grantedScope.value(), QStringList{u"a"_s}); // RFC 6749 6
    QCOMPARE(tokens.lifetime, 5min);
}

void TokenSetTest::absentMembers_withNothingBefore()
{
    FakeClock clock;
    const TokenResponse response{
        .accessToken = Secret("at"_ba), .refreshToken = {}, .expiresIn = {}, .scope = {}};
    const TokenSet tokens = TokenSet::fromResponse(response, clock, {u"asked"_s});
    QVERIFY(!tokens.refreshToken);
    QCOMPARE(tokens.grantedScope.value(), QStringList{u"asked"_s}); // RFC 6749 5.1
    QVERIFY(!tokens.person);
    QVERIFY(!tokens.lastRenewedAt);
}

void TokenSetTest::scopeThatIsNotTold_isNotMadeUp()
{
    FakeClock clock;
    const TokenSet before = hourOf(clock);
    const TokenResponse response{.accessToken = Secret("at"_ba),
                                 .refreshToken = {},
                                 .expiresIn = {},
                                 .scope = {},
                                 .omittedScopeIsRequested = false};
    QVERIFY(!TokenSet::fromResponse(response, clock, {u"asked"_s}).grantedScope);
    QVERIFY(!TokenSet::fromResponse(response, clock, {u"asked"_s}, &before).grantedScope);
}

static const TestCase<TokenSetTest> testCase("tokenset");

} // namespace framekey::test

#include "tst_tokenset.moc"
