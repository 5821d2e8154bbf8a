// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"

#include <QNetworkReply>

namespace framekey::test
{

using namespace std::chrono_literals;
using Revoked = SessionSnapshot::Receipt::Revocation;

/// Sign-out: local first and at once, then at the server, and what the receipt says of it.
class TestSignOut : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void localDataGoesAtOnceAndTheTokenIsDeadAtTheServer();
    void serverInTroubleIsAskedAgainAndNotSaidToHaveRevoked();
    void serverThatIsDownIsSaid();
    void refusedRevocationIsFinal();
    void accessTokenIsRevokedWhereThereIsNoRefreshToken();
    void nothingIsRevokedWithoutAnEndpoint();
    void lateRefreshAnswerBringsNothingBackAndIsRevoked();
    void signOutWhileTheKeychainIsAskedBringsNothingBack();
    void signOutDuringASignInEndsIt();
    void lockedKeychainIsSaid();
    void callersAreAnswered();
    void removedAccountIsSignedOut();
    void restartAfterSignOutIsSignedOut();

private:
    /// None before the receipt is there.
    std::optional<Revoked> revocation()
    {
        return snapshot().receipt ? std::optional(snapshot().receipt->revocation) : std::nullopt;
    }
    /// What the server says to a refresh with this token.
    int statusOfRefresh(const QByteArray &refreshToken);
    QByteArray keptRefreshToken() const { return item().value(u"refreshToken").toString().toLatin1(); }
};

int TestSignOut::statusOfRefresh(const QByteArray &refreshToken)
{
    QNetworkAccessManager network;
    QNetworkRequest request(practice().url(QStringLiteral("/oauth2/token")));
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      QStringLiteral("application/x-www-form-urlencoded"));
    const std::unique_ptr<QNetworkReply> reply(network.post(
        request, QByteArray("grant_type=refresh_token&client_id=practice&refresh_token=" + refreshToken)));
    until([&reply] { return reply->isFinished(); });
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

void TestSignOut::localDataGoesAtOnceAndTheTokenIsDeadAtTheServer()
{
    begin();
    QVERIFY(signIn());
    const QByteArray refreshToken = keptRefreshToken();
    session().signOut();
    QCOMPARE(state(), State::SignedOut);
    QVERIFY(!store->contains(itemKey()));
    QVERIFY(!snapshot().person);
    QVERIFY(!accessToken());
    VERIFY_UNTIL(revocation() == Revoked::Revoked);
    const auto record = practice().revocations().value(0);
    QCOMPARE(record.value(u"presented_token_sha256"), QJsonValue(sha256Hex(refreshToken)));
    QVERIFY(bodyNames(record).contains(QStringLiteral("token_type_hint")));
    QCOMPARE(statusOfRefresh(refreshToken), 400);
    session().dismissReceipt();
    QVERIFY(!snapshot().receipt);
}

void TestSignOut::serverInTroubleIsAskedAgainAndNotSaidToHaveRevoked()
{
    begin();
    QVERIFY(signIn());
    const auto expiresAt = snapshot().expiresAt;
    practice().setFaults({QStringLiteral("503:5,at=revoke,times=1")});
    session().signOut();
    VERIFY_UNTIL(snapshot().receipt && snapshot().receipt->problem);
    VERIFY_UNTIL(revocation() == Revoked::Pending);
    QCOMPARE(snapshot().receipt->accessTokenUntil, expiresAt);
    clock.advance(4900ms);
    pass(50ms);
    QCOMPARE(practice().revocations().size(), 1);
    clock.advance(200ms);
    VERIFY_UNTIL(revocation() == Revoked::Revoked);
    QCOMPARE(practice().revocations().size(), 2);
}

void TestSignOut::serverThatIsDownIsSaid()
{
    begin();
    QVERIFY(signIn());
    const auto expiresAt = snapshot().expiresAt;
    practice().stop();
    session().signOut();
    QVERIFY(!store->contains(itemKey()));
    VERIFY_UNTIL(snapshot().receipt && snapshot().receipt->problem);
    VERIFY_UNTIL(revocation() == Revoked::Pending);
    QCOMPARE(snapshot().receipt->problem->detail, Failure::Detail::ConnectionRefused);
    QCOMPARE(snapshot().receipt->accessTokenUntil, expiresAt);
    practice().start();
    clock.advance(2s);
    VERIFY_UNTIL(revocation() == Revoked::Revoked);
}

void TestSignOut::refusedRevocationIsFinal()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("error:unsupported_token_type,at=revoke")});
    begin();
    QVERIFY(signIn());
    session().signOut();
    VERIFY_UNTIL(revocation() == Revoked::Failed);
    QCOMPARE(snapshot().receipt->problem->serverCode, QStringLiteral("unsupported_token_type"));
    clock.advance(10min);
    pass(50ms);
    QCOMPARE(practice().revocations().size(), 1);
}

void TestSignOut::accessTokenIsRevokedWhereThereIsNoRefreshToken()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("norefresh")});
    begin();
    QVERIFY(signIn());
    const auto token = accessToken();
    session().signOut();
    VERIFY_UNTIL(revocation() == Revoked::Revoked);
    QCOMPARE(practice().revocations().value(0).value(u"presented_token_sha256"),
             QJsonValue(sha256Hex(token->token.reveal())));
}

void TestSignOut::nothingIsRevokedWithoutAnEndpoint()
{
    AccountSettings settings = account(QStringLiteral("custom"));
    settings.endpoints.revocation.clear();
    begin(settings);
    QVERIFY(signIn());
    const auto expiresAt = snapshot().expiresAt;
    session().signOut();
    VERIFY_UNTIL(revocation() == Revoked::Unsupported);
    QCOMPARE(snapshot().receipt->accessTokenUntil, expiresAt);
    pass(50ms);
    QCOMPARE(practice().revocations().size(), 0);
}

void TestSignOut::lateRefreshAnswerBringsNothingBackAndIsRevoked()
{
    begin();
    QVERIFY(signIn());
    practice().setFaults({QStringLiteral("delay:500")});
    session().refreshNow();
    VERIFY_UNTIL(practice().refreshes().size() == 1);
    session().signOut();
    QCOMPARE(state(), State::SignedOut);
    QVERIFY(!store->contains(itemKey()));
    VERIFY_UNTIL(revocation() == Revoked::Revoked);
    QCOMPARE(state(), State::SignedOut);
    QVERIFY(!store->contains(itemKey()));
    QCOMPARE(practice().revocations().value(0).value(u"presented_token_sha256"),
             practice().refreshes().value(0).value(u"issued_refresh_token_sha256"));
}

void TestSignOut::signOutWhileTheKeychainIsAskedBringsNothingBack()
{
    begin();
    QVERIFY(signIn());
    store->hold();
    session().refreshNow();
    VERIFY_UNTIL(store->held() == 1);
    session().signOut();
    store->release();
    VERIFY_UNTIL(revocation() == Revoked::Revoked);
    QCOMPARE(state(), State::SignedOut);
    QVERIFY(!store->contains(itemKey()));
    QCOMPARE(practice().revocations().value(0).value(u"presented_token_sha256"),
             practice().refreshes().value(0).value(u"issued_refresh_token_sha256"));
}

void TestSignOut::signOutDuringASignInEndsIt()
{
    begin();
    QVERIFY(signIn());
    person->way = WebPerson::Way::ToTheRedirect;
    person->reset();
    session().reauthorize({QStringLiteral("account.read")});
    VERIFY_UNTIL(!person->redirect().isEmpty());
    session().signOut();
    QCOMPARE(state(), State::SignedOut);
    QVERIFY(!snapshot().waiting);
    pass(100ms);
    QCOMPARE(practice().exchanges().size(), 1);
}

void TestSignOut::lockedKeychainIsSaid()
{
    begin();
    QVERIFY(signIn());
    store->fail(MemoryTokenStore::Operation::Remove);
    session().signOut();
    VERIFY_UNTIL(snapshot().receipt && !snapshot().receipt->keychainCleared);
    QCOMPARE(state(), State::SignedOut);
}

void TestSignOut::callersAreAnswered()
{
    begin();
    QVERIFY(signIn());
    practice().setFaults({QStringLiteral("delay:300")});
    std::optional<Outcome<AccessToken>> answer;
    session().withAccessToken(2h, [&answer](const auto &token) { answer = token; });
    session().signOut();
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().kind, Failure::Kind::Cancelled);
}

void TestSignOut::removedAccountIsSignedOut()
{
    begin(confidentialAccount(), clientSecret());
    QVERIFY(signIn());
    accounts().remove(QStringLiteral("work"));
    QVERIFY(accounts().accounts().isEmpty());
    VERIFY_UNTIL(practice().revocations().size() == 1);
    QCOMPARE(store->itemCount(), 0);
}

void TestSignOut::restartAfterSignOutIsSignedOut()
{
    begin();
    QVERIFY(signIn());
    session().signOut();
    VERIFY_UNTIL(revocation() == Revoked::Revoked);
    restart();
    QCOMPARE(state(), State::SignedOut);
    QVERIFY(!snapshot().problem);
    QCOMPARE(practice().refreshes().size(), 0);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestSignOut)
#include "test_signout.moc"
