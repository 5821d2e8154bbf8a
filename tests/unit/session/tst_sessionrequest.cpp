// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionfixture.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

/// What a session asks for, and what it tells of that (RFC 6749 3.1, 3.3).
class SessionRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void authorizationEndpointsQuery_isKept();
    void narrowerScope_isWhatWasRequested();
    void scopeSetWhileAReauthorizationWaits_stays();
    void earlyClick_opensNoBrowserWhereTheSignInIsThere();
};

void SessionRequestTest::authorizationEndpointsQuery_isKept()
{
    SessionFixture it;
    it.client.endpoints.authorization.setQuery(u"tenant=7&state=forged"_s);
    it.load();
    it.begin();
    QCOMPARE(it.asked(u"tenant"_s), u"7"_s);
    QVERIFY(it.asked(u"state"_s) != u"forged"_s);
}

void SessionRequestTest::narrowerScope_isWhatWasRequested()
{
    const QStringList narrower{u"offline"_s};
    SessionFixture it;
    it.load();
    it.signIn();
    QCOMPARE(it.shown().requestedScope, it.client.requestedScope);
    it.beginAgain(narrower);
    it.server.answer(200, tokenBody("2"));
    it.redirect("code=c0de&state=" + it.state());
    QTRY_VERIFY(!it.shown().waiting);
    QCOMPARE(it.shown().requestedScope, narrower);

    it.server.answer(200, tokenBody("3"));
    it.clock.advance(2881s);
    QTRY_COMPARE(it.requestsTo("/token").size(), 3);
    QTRY_COMPARE(it.shown().state, State::SignedIn);
    QCOMPARE(it.shown().requestedScope, narrower);

    Session afterRestart(
        {.accountId = u"work"_s, .accountName = {}, .providerId = {}, .providerName = {}},
        {.clock = it.clock, .store = it.store, .userAgent = it.userAgent, .personSource = it.personSource});
    afterRestart.setRegistration(it.client);
    QTRY_COMPARE(afterRestart.snapshot().state, State::Renewing);
    QCOMPARE(afterRestart.snapshot().requestedScope, narrower);
}

void SessionRequestTest::scopeSetWhileAReauthorizationWaits_stays()
{
    SessionFixture it;
    it.load();
    it.signIn();
    QSignalSpy chosen(&it.session, &Session::scopeChosen);
    it.beginAgain({u"offline"_s});
    ClientRegistration changed = it.client;
    changed.requestedScope = {u"offline"_s, u"comment.read"_s};
    it.session.setRegistration(changed);
    it.server.answer(200, tokenBody("2"));
    it.redirect("code=c0de&state=" + it.state());
    QTRY_VERIFY(!it.shown().waiting);
    QCOMPARE(chosen.size(), 0);
}

void SessionRequestTest::earlyClick_opensNoBrowserWhereTheSignInIsThere()
{
    SessionFixture it;
    const StoredTokens stored{.tokens = hourOfTokens(it.clock), .binding = Binding::of(it.client)};
    it.store.put(SessionFixture::key(), stored.toItem().reveal());
    it.session.signIn();
    it.session.setRegistration(it.client);
    it.server.answer(200, tokenBody("2"));
    QTRY_COMPARE(it.shown().state, State::SignedIn);
    QTest::qWait(5);
    QVERIFY(it.userAgent.opened().isEmpty() && !it.shown().waiting);
}

static const TestCase<SessionRequestTest> testCase("sessionrequest");

} // namespace framekey::test

#include "tst_sessionrequest.moc"
