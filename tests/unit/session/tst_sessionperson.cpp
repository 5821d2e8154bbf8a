// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionfixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

namespace
{

using Detail = Failure::Detail;

Failure refusal(Detail cause, int status = 401)
{
    return {.stage = Failure::Stage::AccountRequest,
            .kind = Failure::Kind::Client,
            .detail = cause,
            .httpStatus = status};
}

const Person ada{.id = u"1"_s, .name = u"Ada"_s, .email = {}};

} // namespace

/// A refused account request is the API's word on the person: the sign-in stands, and nothing goes round in
/// circles.
class SessionPersonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusal_leavesTheSignIn_data();
    void refusal_leavesTheSignIn();
    void checkingAgain_asksAgain();
    void knownCause_isNotRenewedFor();
    void unknownCause_isRenewedForOnce();
    void refusedRenewal_endsNothing();
    void withoutRefreshToken_isOnlyAsked();
    void newSignIn_forgetsTheRefusal();
    void refusedReauthorization_replacesNothing_data();
    void refusedReauthorization_replacesNothing();
    void lessAskedFor_isAdoptedThoughItNamesNobody();
    void unreachableAtReauthorization_isNoRefusal();
    void checkingAgain_isToldAtOnce();
    void checkingAgain_withoutANetworkIsTold();
    void checkingAgain_withADeadTokenRenewsIt();
    void restoredAccessToken_isAskedWith();

private:
    [[nodiscard]] qsizetype renewals() const { return m_it->requestsTo("/token").size() - 1; }
    [[nodiscard]] Detail problem() const { return m_it->shown().personProblem.value_or(Failure()).detail; }

    std::unique_ptr<SessionFixture> m_it;
};

void SessionPersonTest::init()
{
    m_it = std::make_unique<SessionFixture>();
    m_it->load();
}

void SessionPersonTest::refusal_leavesTheSignIn_data()
{
    QTest::addColumn<Detail>("cause");
    QTest::addColumn<int>("status");
    QTest::newRow("scope missing") << Detail::ScopeMissing << 401;
    QTest::newRow("not linked") << Detail::NotLinked << 401;
    QTest::newRow("no product profile") << Detail::NoProductProfile << 401;
    QTest::newRow("locked") << Detail::AccountLocked << 403;
    QTest::newRow("unknown") << Detail::AccountRefused << 401;
}

void SessionPersonTest::refusal_leavesTheSignIn()
{
    QFETCH(Detail, cause);
    QFETCH(int, status);
    m_it->personSource.setPerson(std::unexpected(refusal(cause, status)));
    m_it->signIn();
    QCOMPARE(m_it->shown().state, State::SignedIn);
    QVERIFY(!m_it->shown().person && !m_it->shown().problem);
    QCOMPARE(problem(), cause);
    QVERIFY(m_it->store.item(SessionFixture::key()).contains("rt1"));
    QCOMPARE(renewals(), 0);
    QCOMPARE(m_it->personSource.askedWith().size(), 1);
}

void SessionPersonTest::checkingAgain_asksAgain()
{
    m_it->personSource.setPerson(std::unexpected(refusal(Detail::NotLinked)));
    m_it->signIn();
    m_it->clock.advance(60s);
    m_it->session.checkPersonAgain();
    QCOMPARE(problem(), Detail::NotLinked);
    QCOMPARE(m_it->shown().personProblemAt, m_it->clock.nowUtc());
    m_it->personSource.setPerson(ada);
    m_it->session.checkPersonAgain();
    QCOMPARE(m_it->shown().person.value().name, u"Ada"_s);
    QVERIFY(!m_it->shown().personProblem);
}

void SessionPersonTest::knownCause_isNotRenewedFor()
{
    m_it->personSource.setPerson(std::unexpected(refusal(Detail::NoProductProfile)));
    m_it->signIn();
    m_it->clock.advance(60s);
    m_it->session.checkPersonAgain();
    QTest::qWait(5);
    QCOMPARE(renewals(), 0);
}

void SessionPersonTest::unknownCause_isRenewedForOnce()
{
    m_it->personSource.setPerson(std::unexpected(refusal(Detail::AccountRefused)));
    m_it->signIn();
    m_it->server.answer(200, tokenBody("2"));
    m_it->server.answer(200, tokenBody("3"));
    m_it->clock.advance(60s);
    m_it->session.checkPersonAgain();
    QTRY_COMPARE(m_it->personSource.askedWith(), QList<QByteArray>({"at1"_ba, "at1"_ba, "at2"_ba}));
    QCOMPARE(problem(), Detail::AccountRefused);
    m_it->clock.advance(60s);
    m_it->session.checkPersonAgain();
    QTest::qWait(5);
    QCOMPARE(renewals(), 1);
    QCOMPARE(m_it->shown().state, State::SignedIn);
}

void SessionPersonTest::refusedRenewal_endsNothing()
{
    m_it->personSource.setPerson(std::unexpected(refusal(Detail::AccountRefused)));
    m_it->signIn();
    m_it->server.answer(503, {});
    m_it->clock.advance(60s);
    m_it->session.checkPersonAgain();
    QTRY_VERIFY(m_it->shown().problem);
    QCOMPARE(m_it->shown().state, State::SignedIn);
    QCOMPARE(problem(), Detail::AccountRefused);
}

void SessionPersonTest::withoutRefreshToken_isOnlyAsked()
{
    m_it->personSource.setPerson(std::unexpected(refusal(Detail::AccountRefused)));
    m_it->signIn(R"({"access_token":"at1","token_type":"bearer","expires_in":3600})");
    m_it->session.checkPersonAgain();
    QTest::qWait(5);
    QCOMPARE(renewals(), 0);
    QCOMPARE(m_it->personSource.askedWith().size(), 2);
    QCOMPARE(m_it->shown().state, State::SignedIn);
}

void SessionPersonTest::newSignIn_forgetsTheRefusal()
{
    m_it->personSource.setPerson(std::unexpected(refusal(Detail::NotLinked)));
    m_it->signIn();
    m_it->personSource.setPerson(ada);
    m_it->signIn(tokenBody("2"));
    QVERIFY(!m_it->shown().personProblem);
    QCOMPARE(m_it->shown().person.value().name, u"Ada"_s);
}

void SessionPersonTest::refusedReauthorization_replacesNothing_data()
{
    QTest::addColumn<bool>("spares");
    QTest::newRow("the new tokens can be revoked alone") << true;
    QTest::newRow("a revocation may end both") << false;
}

void SessionPersonTest::refusedReauthorization_replacesNothing()
{
    QFETCH(bool, spares);
    m_it->client.quirks.revocationSparesNewGrant = spares;
    m_it->load();
    m_it->signIn();
    m_it->personSource.setPerson(std::unexpected(refusal(Detail::NotLinked)));
    m_it->server.answer(200, tokenBody("2"));
    m_it->server.answer(200, {});
    m_it->beginAgain({u"offline"_s});
    m_it->redirect("code=c0de&state=" + m_it->state());
    QTRY_VERIFY(!m_it->shown().waiting);
    QVERIFY(m_it->page().contains("did not work"));
    QCOMPARE(m_it->shown().state, State::SignedIn);
    QCOMPARE(m_it->shown().person.value_or(Person()), ada);
    QCOMPARE(m_it->shown().problem.value_or(Failure()).detail, Detail::NotLinked);
    QVERIFY(!m_it->shown().personProblem);
    QVERIFY(m_it->store.item(SessionFixture::key()).contains("rt1"));
    QTRY_COMPARE(m_it->requestsTo("/revoke").size(), spares ? 1 : 0);
    QVERIFY(!spares || m_it->requestsTo("/revoke").constFirst().contains("rt2"));
}

void SessionPersonTest::lessAskedFor_isAdoptedThoughItNamesNobody()
{
    m_it->load();
    m_it->signIn();
    m_it->personSource.setPerson(std::unexpected(refusal(Detail::ScopeMissing)));
    m_it->server.answer(200, tokenBody("2"));
    m_it->beginAgain({u"offline"_s});
    m_it->redirect("code=c0de&state=" + m_it->state());
    QTRY_VERIFY(!m_it->shown().waiting);
    QTRY_VERIFY(m_it->store.item(SessionFixture::key()).contains("rt2"));
    QCOMPARE(m_it->shown().personProblem.value_or(Failure()).detail, Detail::ScopeMissing);
}

void SessionPersonTest::unreachableAtReauthorization_isNoRefusal()
{
    m_it->signIn();
    m_it->personSource.setPerson(
        std::unexpected(Failure{.stage = Failure::Stage::AccountRequest, .kind = Failure::Kind::Network}));
    m_it->signIn(tokenBody("2"));
    QVERIFY(m_it->store.item(SessionFixture::key()).contains("rt2"));
    QVERIFY(!m_it->shown().problem);
}

void SessionPersonTest::checkingAgain_isToldAtOnce()
{
    m_it->personSource.setPerson(std::unexpected(refusal(Detail::AccountRefused)));
    m_it->signIn();
    m_it->clock.advance(60s);
    m_it->session.checkPersonAgain(); // its renewal is never answered
    QCOMPARE(m_it->shown().personProblemAt, m_it->clock.nowUtc());
}

void SessionPersonTest::checkingAgain_withoutANetworkIsTold()
{
    m_it->personSource.setPerson(std::unexpected(refusal(Detail::NotLinked)));
    m_it->signIn();
    m_it->personSource.setPerson(
        std::unexpected(Failure{.stage = Failure::Stage::AccountRequest, .kind = Failure::Kind::Network}));
    m_it->session.checkPersonAgain();
    QCOMPARE(m_it->shown().problem.value_or(Failure()).stage, Failure::Stage::AccountRequest);
    m_it->personSource.setPerson(ada);
    m_it->session.checkPersonAgain();
    QVERIFY(!m_it->shown().problem && !m_it->shown().personProblem);
}

void SessionPersonTest::checkingAgain_withADeadTokenRenewsIt()
{
    m_it->personSource.setPerson(std::unexpected(refusal(Detail::NotLinked)));
    m_it->signIn();
    m_it->server.answer(503, {});
    m_it->clock.advance(2h);
    QTRY_COMPARE(m_it->shown().state, State::Offline);
    m_it->server.answer(200, tokenBody("2"));
    m_it->session.checkPersonAgain();
    QTRY_COMPARE(m_it->personSource.askedWith().constLast(), "at2"_ba);
    QCOMPARE(m_it->shown().state, State::SignedIn);
}

void SessionPersonTest::restoredAccessToken_isAskedWith()
{
    SessionFixture it;
    TokenSet kept = hourOfTokens(it.clock);
    kept.refreshToken.reset();
    it.store.put(SessionFixture::key(),
                 StoredTokens{.tokens = kept, .binding = Binding::of(it.client)}.toItem().reveal());
    it.load();
    QTRY_COMPARE(it.shown().person.value_or(Person()).name, u"Ada"_s);
}

static const TestCase<SessionPersonTest> testCase("sessionperson");

} // namespace framekey::test

#include "tst_sessionperson.moc"
