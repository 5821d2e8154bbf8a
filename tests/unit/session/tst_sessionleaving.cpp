// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionfixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

using Operation = MemoryTokenStore::Operation;
using Revocation = SessionSnapshot::Receipt::Revocation;

/// The session of an account that is removed: it lives until nothing is left to revoke or to forget.
class SessionLeavingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_it = std::make_unique<SessionFixture>(); }
    void beforeTheKeychainAnswers_theKeptTokenIsRevoked();
    void keychainThatNeverAnswers_isGivenUp();
    void lockedKeychain_isAskedAgain_data();
    void lockedKeychain_isAskedAgain();
    void clientSecret_isUsedBeforeItIsForgotten();

private:
    /// Leaves while the keychain, which holds tokens, has not answered yet.
    void leaveEarly() const;

    std::unique_ptr<SessionFixture> m_it;
};

void SessionLeavingTest::leaveEarly() const
{
    const StoredTokens kept{.tokens = hourOfTokens(m_it->clock), .binding = Binding::of(m_it->client)};
    m_it->store.put(SessionFixture::key(), kept.toItem().reveal());
    m_it->store.hold();
    m_it->session.setRegistration(m_it->client);
    m_it->session.leave();
    QVERIFY(!m_it->session.hasLeft());
}

void SessionLeavingTest::beforeTheKeychainAnswers_theKeptTokenIsRevoked()
{
    leaveEarly();
    m_it->server.answer(200, {});
    m_it->store.release();
    QTRY_VERIFY(m_it->session.hasLeft());
    QCOMPARE(m_it->shown().receipt.value().revocation, Revocation::Revoked);
    QVERIFY(m_it->requestsTo("/revoke").value(0).contains("rt1"));
    QVERIFY(m_it->requestsTo("/token").isEmpty()); // nothing is renewed on the way out
    QVERIFY(!m_it->store.contains(SessionFixture::key()));
}

void SessionLeavingTest::keychainThatNeverAnswers_isGivenUp()
{
    leaveEarly();
    m_it->clock.advance(9s);
    QVERIFY(m_it->store.contains(SessionFixture::key()));
    m_it->clock.advance(1s);
    QVERIFY(!m_it->store.contains(SessionFixture::key())); // asked for all the same
    m_it->store.release();
    QTRY_VERIFY(m_it->session.hasLeft());
    QVERIFY(m_it->server.requests().isEmpty()); // its late answer brings nothing back
}

void SessionLeavingTest::lockedKeychain_isAskedAgain_data()
{
    QTest::addColumn<int>("removals");
    QTest::newRow("both items") << -1;
    QTest::newRow("the tokens alone") << 1;
}

void SessionLeavingTest::lockedKeychain_isAskedAgain()
{
    QFETCH(int, removals);
    m_it->load();
    m_it->signIn();
    m_it->store.fail(Operation::Remove, Failure::Detail::KeychainLocked, removals);
    m_it->server.answer(200, {});
    m_it->session.leave();
    QTRY_VERIFY(m_it->shown().receipt && m_it->shown().receipt->revocation == Revocation::Revoked);
    QVERIFY(!m_it->session.hasLeft() && !m_it->shown().receipt->keychainCleared);
    m_it->store.heal();
    m_it->clock.advance(1s);
    QTRY_VERIFY(m_it->session.hasLeft());
    QVERIFY(m_it->shown().receipt->keychainCleared);
    QCOMPARE(m_it->store.itemCount(), 0);
}

void SessionLeavingTest::clientSecret_isUsedBeforeItIsForgotten()
{
    m_it->client.authentication = ClientAuthentication::Basic;
    m_it->session.setRegistration(m_it->client, Secret("s3cret"));
    QTRY_VERIFY(m_it->shown().state != State::Starting);
    m_it->signIn();
    m_it->server.answer(200, {});
    m_it->session.leave();
    QTRY_VERIFY(m_it->session.hasLeft());
    QVERIFY(m_it->server.requests().constLast().header("Authorization"_ba).startsWith("Basic "));
    QCOMPARE(m_it->store.itemCount(), 0);
}

static const TestCase<SessionLeavingTest> testCase("sessionleaving");

} // namespace framekey::test

#include "tst_sessionleaving.moc"
