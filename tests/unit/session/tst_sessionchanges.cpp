// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionfixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

using Operation = MemoryTokenStore::Operation;
using Revocation = SessionSnapshot::Receipt::Revocation;

/// Settings that change, and a sign-out that comes, while something else is under way (T6 of reliability).
class SessionChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherServerAndUnreadableKeychain_getsNoToken();
    void otherServerDuringASignOut_getsNoToken();
    void otherServerDuringASignIn_endsIt();
    void signOutWhileStoring_leavesNothingWaiting();
    void answerForAnEarlierReceipt_isNotTheLaterOnes();
    void secretInMemoryOnly_outlivesOtherSettings_data();
    void secretInMemoryOnly_outlivesOtherSettings();
};

void SessionChangesTest::otherServerAndUnreadableKeychain_getsNoToken()
{
    SessionFixture it;
    it.load();
    it.signIn();
    ScriptedServer other;
    ClientRegistration client = clientOf(other);
    client.authentication = ClientAuthentication::Basic;
    it.store.fail(Operation::Read);
    it.session.setRegistration(client);
    QVERIFY(it.shown().state != State::SignedIn);
    it.session.signOut();
    QTRY_VERIFY(it.shown().receipt);
    QVERIFY(other.requests().isEmpty());
}

void SessionChangesTest::otherServerDuringASignOut_getsNoToken()
{
    SessionFixture it;
    it.load();
    it.signIn();
    it.store.hold();
    it.session.signOut();
    ScriptedServer other;
    it.session.setRegistration(clientOf(other));
    it.server.answer(200, {});
    it.store.release();
    QTRY_COMPARE(it.requestsTo("/revoke").size(), 1);
    QVERIFY(other.requests().isEmpty());
}

void SessionChangesTest::otherServerDuringASignIn_endsIt()
{
    SessionFixture it;
    it.load();
    it.begin();
    ScriptedServer other;
    it.session.setRegistration(clientOf(other));
    QVERIFY(!it.shown().waiting);
    QTRY_COMPARE(it.shown().state, State::SignedOut);
    QCOMPARE(it.userAgent.opened().size(), 1);
}

void SessionChangesTest::signOutWhileStoring_leavesNothingWaiting()
{
    SessionFixture it;
    it.load();
    it.signIn();
    it.server.answer(200, tokenBody("2"));
    it.beginAgain({u"asset.read"_s});
    it.store.hold();
    it.redirect("code=c0de&state=" + it.state());
    QTRY_COMPARE(it.store.held(), 1);
    it.server.answer(200, {});
    it.session.signOut();
    QVERIFY(!it.shown().waiting);
    it.store.release();
    QTRY_VERIFY(it.shown().receipt);
    QCOMPARE(it.shown().state, State::SignedOut);
    QTRY_COMPARE(it.requestsTo("/revoke").size(), 1);
    QVERIFY(it.requestsTo("/revoke").constFirst().startsWith("token=rt2&"));
    QVERIFY(!it.store.contains(SessionFixture::key()));
}

void SessionChangesTest::answerForAnEarlierReceipt_isNotTheLaterOnes()
{
    SessionFixture it;
    it.load();
    for (const QByteArray &retryAfter : {"100"_ba, "1000"_ba}) {
        it.signIn();
        it.server.answer(503, {}, "Retry-After: " + retryAfter + "\r\n");
        it.session.signOut();
        QTRY_VERIFY(it.shown().receipt && it.shown().receipt->problem);
    }
    it.server.answer(200, {});
    it.clock.advance(100s);
    QTRY_COMPARE(it.requestsTo("/revoke").size(), 3);
    QTest::qWait(20);
    QCOMPARE(it.shown().receipt->revocation, Revocation::Pending);
    it.server.answer(200, {});
    it.clock.advance(900s);
    QTRY_COMPARE(it.shown().receipt->revocation, Revocation::Revoked);
}

void SessionChangesTest::secretInMemoryOnly_outlivesOtherSettings_data()
{
    QTest::addColumn<Operation>("refused");
    QTest::newRow("the keychain cannot be read") << Operation::Read;
    QTest::newRow("the keychain has none") << Operation::Write;
}

void SessionChangesTest::secretInMemoryOnly_outlivesOtherSettings()
{
    QFETCH(Operation, refused);
    SessionFixture it;
    if (refused == Operation::Write)
        it.store.fail(refused);
    it.client.authentication = ClientAuthentication::Basic;
    it.session.setRegistration(it.client, Secret("s3cret"));
    QTRY_COMPARE(it.shown().state, State::SignedOut);
    QTRY_COMPARE(it.shown().clientSecretProblem.has_value(), refused == Operation::Write);
    if (refused == Operation::Read)
        it.store.fail(refused);
    it.client.requestedScope = {u"offline"_s};
    it.session.setRegistration(it.client);
    QTest::qWait(5);
    QVERIFY(!it.shown().problem);
    it.signIn();
    QCOMPARE(it.shown().state, State::SignedIn);
    QCOMPARE(it.server.requests().constFirst().header("Authorization"_ba),
             "Basic " + "client:s3cret"_ba.toBase64());
}

static const TestCase<SessionChangesTest> testCase("sessionchanges");

} // namespace framekey::test

#include "tst_sessionchanges.moc"
