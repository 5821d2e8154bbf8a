// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tokenkeeper.h"

#include "memorytokenstore.h"
#include "samples.h"
#include "testcase.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

using Detail = Failure::Detail;
using Operation = MemoryTokenStore::Operation;

namespace
{

const QString key = tokensKey(u"work"_s);

} // namespace

/// Tokens in the keychain, and what happens where it does not do as it should (F36 to F40, F60 of
/// reliability).
class TokenKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void kept_comesBack();
    void nothingKept_isNoFailure();
    void lockedKeychain_isNotNothing();
    void failedWrite_isTriedAgainUntilItHolds();
    void failedWrite_isTriedAgainNowOnDemand();
    void newTokens_endTheTryingOfOldOnes();
    void answerForOlderTokens_isNoNews();
    void successOfOlderTokens_leavesNewOnesToBeTried();
    void newerItem_isNeverTouched();
    void forget_removesAndEndsTheTrying();
    void forget_tellsThatTheItemStays();
    void goodProbe_leavesTheBannerOverUnwrittenTokens();
    void probe_tellsOfALockedKeychain();
    void keeperGone_isNotCalledBack();

private:
    void keep(const QByteArray &refreshToken = "rt1"_ba);
    [[nodiscard]] Detail problem() const;
    [[nodiscard]] qsizetype writes() const { return m_store->journal().filter(u"write"_s).size(); }

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<MemoryTokenStore> m_store;
    std::unique_ptr<TokenKeeper> m_keeper;
    int m_kept = 0;
};

void TokenKeeperTest::init()
{
    m_keeper.reset();
    m_clock = std::make_unique<FakeClock>();
    m_store = std::make_unique<MemoryTokenStore>();
    m_keeper = std::make_unique<TokenKeeper>(u"work"_s, *m_store, *m_clock);
    m_kept = 0;
}

void TokenKeeperTest::keep(const QByteArray &refreshToken)
{
    TokenSet tokens = hourOfTokens(*m_clock);
    tokens.refreshToken = Secret(refreshToken);
    m_keeper->keep({.tokens = tokens, .binding = {}}, [this] { ++m_kept; });
}

Detail TokenKeeperTest::problem() const
{
    return m_keeper->problem() ? m_keeper->problem()->detail : Detail::None;
}

void TokenKeeperTest::kept_comesBack()
{
    keep();
    QCOMPARE(m_kept, 0); // not before the keychain has answered
    QTRY_COMPARE(m_kept, 1);
    QCOMPARE(problem(), Detail::None);
    std::optional<StoredTokens> loaded;
    m_keeper->load([&](const Outcome<std::optional<StoredTokens>> &stored) { loaded = stored.value(); });
    QTRY_VERIFY(loaded);
    QCOMPARE(loaded->tokens.refreshToken.value().reveal(), "rt1"_ba);
}

void TokenKeeperTest::nothingKept_isNoFailure()
{
    int answers = 0;
    m_keeper->load([&](const Outcome<std::optional<StoredTokens>> &stored) {
        QVERIFY(stored);
        QVERIFY(!*stored);
        ++answers;
    });
    QTRY_COMPARE(answers, 1);
}

void TokenKeeperTest::lockedKeychain_isNotNothing()
{
    m_store->fail(Operation::Read);
    std::optional<Failure> failure;
    m_keeper->load([&](const Outcome<std::optional<StoredTokens>> &stored) { failure = stored.error(); });
    QTRY_VERIFY(failure);
    QCOMPARE(failure->detail, Detail::KeychainLocked);
}

void TokenKeeperTest::failedWrite_isTriedAgainUntilItHolds()
{
    m_store->fail(Operation::Write);
    keep();
    QTRY_COMPARE(m_kept, 1); // the sign-in goes on in memory
    QCOMPARE(problem(), Detail::KeychainLocked);
    qsizetype expected = 1;
    for (const std::chrono::milliseconds wait : {1s, 5s, 30s, 120s, 120s}) {
        QTRY_COMPARE(m_clock->nextAlarmIn().value_or(0ms), wait);
        m_clock->advance(wait);
        QCOMPARE(writes(), ++expected);
        QCoreApplication::processEvents();
    }
    QVERIFY(!m_store->contains(key));
    m_store->heal();
    QTRY_VERIFY(m_clock->nextAlarmIn());
    m_clock->advance(120s);
    QTRY_COMPARE(problem(), Detail::None);
    QVERIFY(m_store->item(key).contains("rt1"));
    QVERIFY(!m_clock->nextAlarmIn());
}

void TokenKeeperTest::failedWrite_isTriedAgainNowOnDemand()
{
    m_store->fail(Operation::Write, Detail::KeychainSlow, 1);
    keep();
    QTRY_COMPARE(problem(), Detail::KeychainSlow);
    m_keeper->retryNow();
    QTRY_COMPARE(problem(), Detail::None);
    QVERIFY(m_store->contains(key));
    m_keeper->retryNow();
    QCOMPARE(writes(), 2); // nothing is left to be written
}

void TokenKeeperTest::newTokens_endTheTryingOfOldOnes()
{
    m_store->fail(Operation::Write, Detail::KeychainLocked, 1);
    keep("old"_ba);
    QTRY_COMPARE(problem(), Detail::KeychainLocked);
    keep("new"_ba);
    QTRY_COMPARE(m_kept, 2);
    QCOMPARE(problem(), Detail::None);
    m_clock->advance(1h);
    QCoreApplication::processEvents();
    QVERIFY(m_store->item(key).contains("new"));
    QCOMPARE(writes(), 2);
}

void TokenKeeperTest::answerForOlderTokens_isNoNews()
{
    m_store->fail(Operation::Write, Detail::KeychainLocked, 1);
    m_store->hold();
    keep("old"_ba); // will fail
    keep("new"_ba); // will not
    m_store->release();
    QTRY_COMPARE(m_kept, 2);
    QCOMPARE(problem(), Detail::None);
    QVERIFY(!m_clock->nextAlarmIn());
}

void TokenKeeperTest::successOfOlderTokens_leavesNewOnesToBeTried()
{
    m_store->hold();
    keep("old"_ba); // will not fail
    m_store->fail(Operation::Write);
    keep("new"_ba); // will
    m_store->release();
    QTRY_COMPARE(m_kept, 2);
    QCOMPARE(problem(), Detail::KeychainLocked);
    m_store->heal();
    m_clock->advance(1s);
    QTRY_COMPARE(problem(), Detail::None);
    QVERIFY(m_store->item(key).contains("new"));
}

void TokenKeeperTest::newerItem_isNeverTouched()
{
    m_store->put(key, R"({"version":2,"anything":true})"_ba);
    Detail loaded = Detail::None;
    m_keeper->load(
        [&](const Outcome<std::optional<StoredTokens>> &stored) { loaded = stored.error().detail; });
    QTRY_COMPARE(loaded, Detail::KeychainNewer);
    keep();
    QCOMPARE(m_kept, 1);
    QCOMPARE(problem(), Detail::KeychainNewer);
    Outcome<void> forgotten;
    m_keeper->forget([&](const Outcome<void> &outcome) { forgotten = outcome; });
    QCOMPARE(forgotten ? Detail::None : forgotten.error().detail, Detail::KeychainNewer);
    QCoreApplication::processEvents();
    QCOMPARE(m_store->journal(), QStringList{u"read work/tokens"_s});
}

void TokenKeeperTest::forget_removesAndEndsTheTrying()
{
    m_store->put(key, "{}"_ba);
    m_store->fail(Operation::Write);
    keep();
    QTRY_VERIFY(m_clock->nextAlarmIn());
    bool gone = false;
    m_keeper->forget([&](const Outcome<void> &outcome) { gone = outcome.has_value(); });
    QCOMPARE(problem(), Detail::None);
    QVERIFY(!m_clock->nextAlarmIn());
    QTRY_VERIFY(gone);
    QVERIFY(!m_store->contains(key));
    m_clock->advance(1h);
    QCOMPARE(writes(), 1);
}

void TokenKeeperTest::forget_tellsThatTheItemStays()
{
    m_store->put(key, "{}"_ba);
    m_store->fail(Operation::Remove);
    std::optional<Failure> failure;
    m_keeper->forget([&](const Outcome<void> &outcome) { failure = outcome.error(); });
    QTRY_VERIFY(failure);
    QCOMPARE(failure->detail, Detail::KeychainLocked);
}

void TokenKeeperTest::goodProbe_leavesTheBannerOverUnwrittenTokens()
{
    m_store->fail(Operation::Write, Detail::KeychainLocked, 1);
    keep();
    QTRY_COMPARE(problem(), Detail::KeychainLocked);
    bool probed = false;
    m_keeper->probe([&] { probed = true; });
    QTRY_VERIFY(probed);
    QCOMPARE(problem(), Detail::KeychainLocked);
}

void TokenKeeperTest::probe_tellsOfALockedKeychain()
{
    QSignalSpy changes(m_keeper.get(), &TokenKeeper::problemChanged);
    m_store->fail(Operation::Probe, Detail::KeychainAbsent, 1);
    for (const Detail expected : {Detail::KeychainAbsent, Detail::None}) {
        bool probed = false;
        m_keeper->probe([&] { probed = true; });
        QTRY_VERIFY(probed);
        QCOMPARE(problem(), expected);
    }
    QCOMPARE(changes.size(), 2);
}

void TokenKeeperTest::keeperGone_isNotCalledBack()
{
    int answers = 0;
    m_store->hold();
    m_keeper->load([&](const auto &) { ++answers; });
    m_keeper->probe([&] { ++answers; });
    m_keeper->forget([&](const auto &) { ++answers; });
    keep();
    m_keeper.reset();
    m_store->release();
    QTest::qWait(5);
    QCOMPARE(answers + m_kept, 0);
}

static const TestCase<TokenKeeperTest> testCase("tokenkeeper");

} // namespace framekey::test

#include "tst_tokenkeeper.moc"
