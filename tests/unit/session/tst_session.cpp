// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionfixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

using Detail = Failure::Detail;
using Operation = MemoryTokenStore::Operation;
using Revocation = SessionSnapshot::Receipt::Revocation;

/// A session from its start to its sign-out: what is loaded, handed out, told and dropped.
class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_it = std::make_unique<SessionFixture>(); }
    void start_waitsForTheKeychain();
    void earlyClick_isKeptUntilItIsLoaded();
    void lockedKeychain_isNoSignOut();
    void unusableSettings_areAProblem();
    void storedTokens_signInWithoutABrowser();
    void tokensOfAnotherServer_stayUnused();
    void callerBeforeLoading_isAnsweredAfterIt();
    void callerOfASignedOutSession_isRefused();
    void sessionGone_answersItsCallers();
    void signOut_revokesTheRefreshToken();
    void signOut_whileTheServerIsDownIsTriedAgain();
    void signOut_withoutRevocationEndpointSaysSo();
    void signOut_tellsWhereTheKeychainKeepsTheItem();
    void signOut_ofNothingRevokesNothing();

private:
    void store(const Binding &binding) const;
    [[nodiscard]] Revocation revocation() const { return m_it->shown().receipt.value().revocation; }

    std::unique_ptr<SessionFixture> m_it;
};

void SessionTest::store(const Binding &binding) const
{
    const StoredTokens stored{.tokens = hourOfTokens(m_it->clock), .binding = binding};
    m_it->store.put(SessionFixture::key(), stored.toItem().reveal());
}

void SessionTest::start_waitsForTheKeychain()
{
    QCOMPARE(m_it->shown().state, State::Starting);
    QCOMPARE(m_it->shown().accountName, u"Work"_s);
    m_it->store.hold();
    m_it->session.setRegistration(m_it->client);
    QTest::qWait(5);
    QCOMPARE(m_it->shown().state, State::Starting);
    m_it->store.release();
    QTRY_COMPARE(m_it->shown().state, State::SignedOut);
    QCOMPARE(m_it->shown().requestedScope, m_it->client.requestedScope);
}

void SessionTest::earlyClick_isKeptUntilItIsLoaded()
{
    m_it->session.signIn();
    m_it->store.hold();
    m_it->session.setRegistration(m_it->client);
    QTest::qWait(5);
    QVERIFY(m_it->userAgent.opened().isEmpty());
    m_it->store.release();
    QTRY_COMPARE(m_it->userAgent.opened().size(), 1);
    QCOMPARE(m_it->shown().state, State::SigningIn);
}

void SessionTest::lockedKeychain_isNoSignOut()
{
    store(Binding::of(m_it->client));
    m_it->store.fail(Operation::Read);
    m_it->load();
    QCOMPARE(m_it->shown().state, State::KeychainLocked);
    QCOMPARE(m_it->shown().problem.value().detail, Detail::KeychainLocked);
    QVERIFY(m_it->store.contains(SessionFixture::key()));
    m_it->store.heal();
    m_it->server.answer(200, tokenBody("2"));
    m_it->session.retryStorage();
    QTRY_COMPARE(m_it->shown().state, State::SignedIn);
    QVERIFY(!m_it->shown().problem);
}

void SessionTest::unusableSettings_areAProblem()
{
    m_it->session.setRegistration(std::unexpected(Failure{
        .stage = Failure::Stage::Settings, .kind = Failure::Kind::Settings, .detail = Detail::NoPractice}));
    QCOMPARE(m_it->shown().state, State::SignedOut);
    QCOMPARE(m_it->shown().problem.value().detail, Detail::NoPractice);
    m_it->session.signIn();
    QTest::qWait(5);
    QVERIFY(m_it->userAgent.opened().isEmpty());
}

void SessionTest::storedTokens_signInWithoutABrowser()
{
    store(Binding::of(m_it->client));
    m_it->load();
    QCOMPARE(m_it->shown().state, State::Renewing);
    QVERIFY(!m_it->shown().expiresAt); // there is no access token yet
    m_it->server.answer(200, tokenBody("2"));
    QTRY_COMPARE(m_it->shown().state, State::SignedIn);
    QCOMPARE(m_it->shown().expiresAt.value(), m_it->clock.nowUtc().addSecs(3600));
    QCOMPARE(m_it->shown().renewsAt.value(), m_it->clock.nowUtc().addSecs(2880));
    QCOMPARE(m_it->shown().grantedScope.value(), QStringList{u"asset.read"_s});
    QTRY_COMPARE(m_it->shown().person.value_or(Person()).name, u"Ada"_s); // asked for where it was missing
    QVERIFY(m_it->shown().renewable);
    QVERIFY(m_it->userAgent.opened().isEmpty());
}

void SessionTest::tokensOfAnotherServer_stayUnused()
{
    Binding other = Binding::of(m_it->client);
    other.token = u"https://evil.example/token"_s;
    store(other);
    m_it->load();
    QCOMPARE(m_it->shown().state, State::SignedOut);
    QCOMPARE(m_it->shown().problem.value().detail, Detail::BindingChanged);
    m_it->session.refreshNow();
    QTest::qWait(5);
    QVERIFY(m_it->server.requests().isEmpty());
}

void SessionTest::callerBeforeLoading_isAnsweredAfterIt()
{
    store(Binding::of(m_it->client));
    QByteArray given;
    m_it->session.withAccessToken(
        60s, [&](const Outcome<AccessToken> &outcome) { given = outcome->token.reveal(); });
    m_it->server.answer(200, tokenBody("2"));
    m_it->load();
    QTRY_COMPARE(given, "at2"_ba);
    QCOMPARE(m_it->requestsTo("/token").size(), 1);
}

void SessionTest::callerOfASignedOutSession_isRefused()
{
    m_it->load();
    std::optional<Failure> refused;
    m_it->session.withAccessToken(60s,
                                  [&](const Outcome<AccessToken> &outcome) { refused = outcome.error(); });
    QCOMPARE(refused.value().kind, Failure::Kind::Expired);
}

void SessionTest::sessionGone_answersItsCallers()
{
    int answers = 0;
    m_it->session.withAccessToken(60s, [&](const Outcome<AccessToken> &outcome) { answers += !outcome; });
    m_it.reset();
    QCOMPARE(answers, 1);
}

void SessionTest::signOut_revokesTheRefreshToken()
{
    m_it->load();
    m_it->signIn();
    m_it->session.signOut();
    QVERIFY(m_it->shown().state == State::SignedOut && !m_it->shown().person && !m_it->shown().expiresAt);
    QTRY_VERIFY(m_it->shown().receipt);
    QVERIFY(!m_it->store.contains(SessionFixture::key()));
    QCOMPARE(revocation(), Revocation::Pending);
    QCOMPARE(m_it->shown().receipt->accessTokenUntil.value(), m_it->clock.nowUtc().addSecs(3600));
    m_it->server.answer(200, {});
    QTRY_COMPARE(revocation(), Revocation::Revoked);
    QCOMPARE(m_it->requestsTo("/revoke"),
             QByteArrayList{"token=rt1&token_type_hint=refresh_token&client_id=client"_ba});
    m_it->session.dismissReceipt();
    QVERIFY(!m_it->shown().receipt);
}

void SessionTest::signOut_whileTheServerIsDownIsTriedAgain()
{
    m_it->load();
    m_it->signIn();
    m_it->server.answer(503, {}, "Retry-After: 100\r\n"_ba);
    m_it->session.signOut();
    QTRY_VERIFY(m_it->shown().receipt && m_it->shown().receipt->problem);
    QCOMPARE(revocation(), Revocation::Pending);
    m_it->clock.advance(99s);
    QTest::qWait(5);
    QCOMPARE(m_it->requestsTo("/revoke").size(), 1);
    m_it->server.answer(200, {});
    m_it->clock.advance(1s);
    QTRY_COMPARE(revocation(), Revocation::Revoked);
    QCOMPARE(m_it->requestsTo("/revoke").size(), 2);
}

void SessionTest::signOut_withoutRevocationEndpointSaysSo()
{
    m_it->client.endpoints.revocation.clear();
    m_it->load();
    m_it->signIn();
    m_it->session.signOut();
    QTRY_VERIFY(m_it->shown().receipt);
    QCOMPARE(revocation(), Revocation::Unsupported);
    QVERIFY(m_it->shown().receipt->accessTokenUntil);
}

void SessionTest::signOut_tellsWhereTheKeychainKeepsTheItem()
{
    m_it->load();
    m_it->signIn();
    m_it->store.fail(Operation::Remove);
    m_it->session.signOut();
    QTRY_VERIFY(m_it->shown().receipt && !m_it->shown().receipt->keychainCleared);
    QCOMPARE(m_it->shown().state, State::SignedOut);
}

void SessionTest::signOut_ofNothingRevokesNothing()
{
    m_it->load();
    m_it->session.signOut();
    QTRY_VERIFY(m_it->shown().receipt);
    QCOMPARE(revocation(), Revocation::NothingToRevoke);
    QTest::qWait(5);
    QVERIFY(m_it->server.requests().isEmpty());
}

static const TestCase<SessionTest> testCase("session");

} // namespace framekey::test

#include "tst_session.moc"
