// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionfixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

using Detail = Failure::Detail;
using Operation = MemoryTokenStore::Operation;

/// Signing in and out while the keychain is locked (F36, F58 of reliability).
class SessionLockedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_it = std::make_unique<SessionFixture>(); }
    void signOut_isMadeUpForWhenItIsUnlocked_data();
    void signOut_isMadeUpForWhenItIsUnlocked();
    void signOut_isNotMadeUpForAfterANewSignIn();
    void signIn_worksAndIsEndedLikeAnyOther();
    void signIn_withASecretInItSaysThatItIsLocked();

private:
    /// Signed out, and the keychain still has the item.
    void signOutLocked() const;

    std::unique_ptr<SessionFixture> m_it;
};

void SessionLockedTest::signOutLocked() const
{
    m_it->load();
    m_it->signIn();
    m_it->store.fail(Operation::Remove);
    m_it->server.answer(200, {});
    m_it->session.signOut();
    QTRY_VERIFY(m_it->shown().receipt && !m_it->shown().receipt->keychainCleared);
    QVERIFY(m_it->store.contains(SessionFixture::key()));
    QTRY_COMPARE(m_it->requestsTo("/revoke").size(), 1); // its answer is not taken for another's
}

void SessionLockedTest::signOut_isMadeUpForWhenItIsUnlocked_data()
{
    QTest::addColumn<bool>("asked");
    QTest::newRow("by itself") << false;
    QTest::newRow("asked for") << true;
}

void SessionLockedTest::signOut_isMadeUpForWhenItIsUnlocked()
{
    QFETCH(bool, asked);
    signOutLocked();
    if (!asked) {
        m_it->clock.advance(1s); // still locked
        QTRY_COMPARE(m_it->store.journal().filter(u"remove"_s).size(), 2);
        QTRY_VERIFY(m_it->clock.nextAlarmIn());
    }
    m_it->store.heal();
    if (asked)
        m_it->session.retryStorage();
    else
        m_it->clock.advance(5s);
    QTRY_VERIFY(!m_it->store.contains(SessionFixture::key()));
    m_it->clock.advance(1h);
    QCOMPARE(m_it->store.journal().filter(u"remove"_s).size(), asked ? 2 : 3);
}

void SessionLockedTest::signOut_isNotMadeUpForAfterANewSignIn()
{
    signOutLocked();
    m_it->store.heal();
    m_it->signIn(tokenBody("2"));
    m_it->session.retryStorage();
    m_it->clock.advance(10min);
    QTest::qWait(5);
    QVERIFY(m_it->store.item(SessionFixture::key()).contains("rt2"));
}

void SessionLockedTest::signIn_worksAndIsEndedLikeAnyOther()
{
    m_it->store.fail(Operation::Read);
    m_it->load();
    QCOMPARE(m_it->shown().state, State::KeychainLocked);
    m_it->signIn();
    QCOMPARE(m_it->shown().state, State::SignedIn);
    QVERIFY(!m_it->shown().problem);
    m_it->server.answer(200, {});
    m_it->session.signOut();
    QTRY_VERIFY(m_it->shown().receipt);
    QCOMPARE(m_it->shown().state, State::SignedOut);
}

void SessionLockedTest::signIn_withASecretInItSaysThatItIsLocked()
{
    m_it->client.authentication = ClientAuthentication::Basic;
    m_it->store.fail(Operation::Read);
    m_it->load();
    m_it->session.signIn();
    QCOMPARE(m_it->shown().state, State::KeychainLocked);
    QCOMPARE(m_it->shown().problem.value().detail, Detail::KeychainLocked);
    QTest::qWait(5);
    QVERIFY(m_it->userAgent.opened().isEmpty());
}

static const TestCase<SessionLockedTest> testCase("sessionlocked");

} // namespace framekey::test

#include "tst_sessionlocked.moc"
