// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionfixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

using Operation = MemoryTokenStore::Operation;

/// The client secret of a session and a keychain that will not have it.
class SessionSecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusedSecret_servesAndIsTriedAgain();
    void refusedSecret_isTriedAgainOnDemand();
    void refusedSecret_isNotReplacedByAnOlderOne();
    void otherServer_endsTheTrying();
    void forgotten_isRemovedWhenTheKeychainLets();

private:
    void give(const QByteArray &secret)
    {
        m_it->session.setRegistration(m_it->client, Secret(secret));
        QTRY_VERIFY(m_it->shown().state != State::Starting);
    }
    /// Signs in and tells with which secret.
    [[nodiscard]] QByteArray used();
    [[nodiscard]] QByteArray kept() const
    {
        const auto stored = StoredClientSecret::fromItem(Secret(m_it->store.item(m_key)));
        return stored ? stored->clientSecret.reveal() : QByteArray();
    }
    [[nodiscard]] qsizetype writes() const
    {
        return m_it->store.journal().count(QString(u"write "_s + m_key));
    }

    const QString m_key = clientSecretKey(u"work"_s);
    std::unique_ptr<SessionFixture> m_it;
};

void SessionSecretTest::init()
{
    m_it = std::make_unique<SessionFixture>();
    m_it->client.authentication = ClientAuthentication::Basic;
}

QByteArray SessionSecretTest::used()
{
    m_it->signIn();
    const QByteArray authorization = m_it->server.requests().constLast().header("Authorization"_ba);
    const QByteArray scheme = "Basic "_ba;
    if (!authorization.startsWith(scheme))
        return {};
    return QByteArray::fromBase64(authorization.mid(scheme.size())).split(':').value(1);
}

void SessionSecretTest::refusedSecret_servesAndIsTriedAgain()
{
    m_it->store.fail(Operation::Write);
    give("s3cr3t"_ba);
    QTRY_VERIFY(m_it->shown().clientSecretProblem);
    QCOMPARE(m_it->shown().clientSecretProblem->detail, Failure::Detail::KeychainLocked);
    QCOMPARE(used(), "s3cr3t"_ba);
    QCOMPARE(writes(), 1);
    for (const auto delay : {1s, 5s, 30s, 120s, 120s}) {
        const qsizetype before = writes();
        m_it->clock.advance(delay - 1ms);
        QCOMPARE(writes(), before);
        m_it->clock.advance(1ms);
        QTRY_COMPARE(writes(), before + 1);
        QTest::qWait(1);
    }
    m_it->store.heal();
    m_it->clock.advance(120s);
    QTRY_VERIFY(!m_it->shown().clientSecretProblem);
    QCOMPARE(kept(), "s3cr3t"_ba);
}

void SessionSecretTest::refusedSecret_isTriedAgainOnDemand()
{
    m_it->store.fail(Operation::Write);
    give("s3cr3t"_ba);
    QTRY_VERIFY(m_it->shown().clientSecretProblem);
    m_it->store.heal();
    m_it->session.retryStorage();
    QTRY_VERIFY(!m_it->shown().clientSecretProblem);
    QCOMPARE(kept(), "s3cr3t"_ba);
}

void SessionSecretTest::refusedSecret_isNotReplacedByAnOlderOne()
{
    give("older"_ba);
    QTRY_COMPARE(kept(), "older"_ba);
    m_it->store.fail(Operation::Write);
    give("newer"_ba);
    QTRY_VERIFY(m_it->shown().clientSecretProblem);
    m_it->session.setRegistration(m_it->client); // other settings were saved
    QTest::qWait(5);
    QCOMPARE(kept(), "older"_ba);
    QCOMPARE(used(), "newer"_ba);
}

void SessionSecretTest::otherServer_endsTheTrying()
{
    m_it->store.fail(Operation::Write);
    give("s3cr3t"_ba);
    QTRY_VERIFY(m_it->shown().clientSecretProblem);
    ClientRegistration other = m_it->client;
    other.clientId = u"another"_s;
    m_it->session.setRegistration(other);
    QTRY_VERIFY(m_it->shown().state != State::Starting);
    QVERIFY(!m_it->shown().clientSecretProblem);
    m_it->store.heal();
    m_it->clock.advance(10min);
    QTest::qWait(5);
    QVERIFY(!m_it->store.contains(m_key));
}

void SessionSecretTest::forgotten_isRemovedWhenTheKeychainLets()
{
    give("s3cr3t"_ba);
    QTRY_COMPARE(kept(), "s3cr3t"_ba);
    m_it->store.fail(Operation::Remove);
    m_it->session.forgetClientSecret();
    QTest::qWait(5);
    QVERIFY(m_it->store.contains(m_key));
    m_it->store.heal();
    m_it->clock.advance(1s);
    QTRY_VERIFY(!m_it->store.contains(m_key));
}

static const TestCase<SessionSecretTest> testCase("sessionsecret");

} // namespace framekey::test

#include "tst_sessionsecret.moc"
