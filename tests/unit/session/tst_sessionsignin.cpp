// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionfixture.h"

#include "oauth/pkce.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

using Detail = Failure::Detail;
using Kind = Failure::Kind;
using Operation = MemoryTokenStore::Operation;

/// Signing in and re-authorizing through a real loopback redirect (design 4; F27 to F33 of reliability).
class SessionSignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void signIn_endsSignedIn();
    void exchange_provesTheChallenge();
    void page_comesAfterTheStoring();
    void forgedRedirect_changesNothing();
    void denial_isInPlainKind();
    void secondClick_findsTheFirstWaiting();
    void tenMinutes_endTheWaiting();
    void cancel_closesThePort();
    void cancelWhileStoring_comesTooLate();
    void browserThatDoesNotOpen_isSaid();
    void pastedAddress_signsInToo();
    void missingSecret_isSaidBeforeTheBrowser();
    void lostPerson_leavesTheSignIn();
    void anotherPerson_isAskedAbout();
    void anotherPerson_isUsedWhereChosen();
    void failedReauthorization_leavesTheSignIn();

private:
    void signInAsAnother();

    std::unique_ptr<SessionFixture> m_it;
};

void SessionSignInTest::init()
{
    m_it = std::make_unique<SessionFixture>();
    m_it->load();
}

void SessionSignInTest::signIn_endsSignedIn()
{
    m_it->begin();
    QCOMPARE(m_it->shown().state, State::SigningIn);
    QVERIFY(m_it->shown().waiting->browserOpened && m_it->shown().waiting->listening);
    QCOMPARE(m_it->shown().waiting->until, m_it->clock.nowUtc().addSecs(600));
    m_it->server.answer(200, tokenBody("1"));
    m_it->redirect("code=c0de&state=" + m_it->state());
    QTRY_COMPARE(m_it->shown().state, State::SignedIn);
    QVERIFY(!m_it->shown().waiting && !m_it->shown().problem && !m_it->shown().pending);
    QCOMPARE(m_it->shown().person.value().name, u"Ada"_s);
    QCOMPARE(m_it->shown().grantedScope.value(), m_it->client.requestedScope);
    QCOMPARE(m_it->shown().storage, SessionSnapshot::Storage::Keychain);
    QCOMPARE(m_it->personSource.askedWith(), QList<QByteArray>{"at1"_ba});
    QVERIFY(m_it->page().contains("Signed in as Ada"));
}

void SessionSignInTest::exchange_provesTheChallenge()
{
    m_it->signIn();
    QCOMPARE(m_it->asked(u"response_type"_s), u"code"_s);
    QCOMPARE(m_it->asked(u"client_id"_s), u"client"_s);
    QCOMPARE(m_it->asked(u"scope"_s), u"offline asset.read"_s);
    QCOMPARE(m_it->asked(u"code_challenge_method"_s), u"S256"_s);
    const QByteArrayList exchanges = m_it->requestsTo("/token");
    QCOMPARE(exchanges.size(), 1);
    const QUrlQuery sent(QString::fromLatin1(exchanges.constFirst()));
    const auto value = [&sent](const QString &name) { return sent.queryItemValue(name, QUrl::FullyDecoded); };
    QCOMPARE(value(u"grant_type"_s), u"authorization_code"_s);
    QCOMPARE(value(u"code"_s), u"c0de"_s);
    QCOMPARE(value(u"redirect_uri"_s), m_it->asked(u"redirect_uri"_s));
    QCOMPARE(codeChallenge(Secret(value(u"code_verifier"_s).toLatin1())),
             m_it->asked(u"code_challenge"_s).toLatin1());
    QVERIFY(!sent.hasQueryItem(u"client_secret"_s) && !sent.hasQueryItem(u"scope"_s) &&
            !sent.hasQueryItem(u"state"_s));
}

void SessionSignInTest::page_comesAfterTheStoring()
{
    m_it->begin();
    m_it->server.answer(200, tokenBody("1"));
    m_it->store.hold();
    m_it->redirect("code=c0de&state=" + m_it->state());
    QTRY_COMPARE(m_it->store.held(), 1);
    QTest::qWait(5);
    QCOMPARE(m_it->browser.bytesAvailable(), 0);
    m_it->store.release();
    QTRY_COMPARE(m_it->shown().state, State::SignedIn);
    QVERIFY(m_it->page().startsWith("HTTP/1.1 200 "));
    QVERIFY(m_it->store.item(SessionFixture::key()).contains("rt1"));
}

void SessionSignInTest::forgedRedirect_changesNothing()
{
    m_it->begin();
    for (const char *forged :
         {"code=evil&state=guess", "code=evil", "error=access_denied", "error=access_denied&state=guess"}) {
        m_it->redirect(forged);
        QTRY_VERIFY(m_it->browser.bytesAvailable() > 0);
        QVERIFY(m_it->page().startsWith("HTTP/1.1 4"));
        QVERIFY(m_it->shown().waiting->listening && !m_it->shown().waiting->finishing);
    }
    QVERIFY(m_it->server.requests().isEmpty());
    m_it->server.answer(200, tokenBody("1"));
    m_it->redirect("code=c0de&state=" + m_it->state());
    QTRY_COMPARE(m_it->shown().state, State::SignedIn);
}

void SessionSignInTest::denial_isInPlainKind()
{
    m_it->begin();
    m_it->redirect("error=access_denied&state=" + m_it->state());
    QTRY_VERIFY(m_it->shown().problem);
    QCOMPARE(m_it->shown().problem->kind, Kind::Denied);
    QCOMPARE(m_it->shown().state, State::SignedOut);
    QVERIFY(m_it->page().contains("You did not allow access"));
    QVERIFY(m_it->server.requests().isEmpty());
}

void SessionSignInTest::secondClick_findsTheFirstWaiting()
{
    m_it->begin();
    const QByteArray state = m_it->state();
    m_it->session.signIn();
    QTest::qWait(5);
    QCOMPARE(m_it->userAgent.opened().size(), 1);
    m_it->session.openBrowserAgain();
    QCOMPARE(m_it->userAgent.opened().size(), 2);
    QCOMPARE(m_it->state(), state);
    m_it->session.cancelSignIn();
    m_it->begin();
    QVERIFY(m_it->state() != state);
}

void SessionSignInTest::tenMinutes_endTheWaiting()
{
    m_it->begin();
    m_it->clock.advance(10min - 1ms);
    QVERIFY(m_it->shown().waiting);
    m_it->clock.advance(1ms);
    QVERIFY(!m_it->shown().waiting);
    QCOMPARE(m_it->shown().problem.value().kind, Kind::TimedOut);
    QCOMPARE(m_it->shown().state, State::SignedOut);
}

void SessionSignInTest::cancel_closesThePort()
{
    m_it->begin();
    const QUrl uri(m_it->asked(u"redirect_uri"_s));
    m_it->session.cancelSignIn();
    QCOMPARE(m_it->shown().state, State::SignedOut);
    QVERIFY(!m_it->shown().problem);
    QTest::qWait(1);
    m_it->browser.connectToHost(uri.host(), static_cast<quint16>(uri.port()));
    QTRY_COMPARE(m_it->browser.error(), QAbstractSocket::ConnectionRefusedError);
}

void SessionSignInTest::cancelWhileStoring_comesTooLate()
{
    m_it->begin();
    m_it->server.answer(200, tokenBody("1"));
    m_it->store.hold();
    m_it->redirect("code=c0de&state=" + m_it->state());
    QVERIFY(m_it->shown().waiting->canCancel);
    QTRY_COMPARE(m_it->store.held(), 1);
    QVERIFY(m_it->shown().waiting->finishing && !m_it->shown().waiting->canCancel);
    m_it->session.cancelSignIn();
    m_it->store.release();
    QTRY_COMPARE(m_it->shown().state, State::SignedIn);
    QVERIFY(!m_it->shown().waiting);
    // Not "cancelled": what the page tells is what has happened.
    QVERIFY(m_it->page().contains("Signed in as Ada"));
}

void SessionSignInTest::browserThatDoesNotOpen_isSaid()
{
    m_it->userAgent.setWorks(false);
    m_it->begin();
    QVERIFY(!m_it->shown().waiting->browserOpened);
    QVERIFY(m_it->shown().waiting->listening);
    QCOMPARE(m_it->shown().waiting->authorizationUrl, m_it->userAgent.opened().constLast());
}

void SessionSignInTest::pastedAddress_signsInToo()
{
    m_it->begin();
    const QString base = m_it->asked(u"redirect_uri"_s) + u"?code=c0de&state="_s;
    m_it->session.finishWithPastedAddress(base + u"other"_s);
    QCOMPARE(m_it->shown().waiting->pasteProblem.value().detail, Detail::StateMismatch);
    m_it->session.finishWithPastedAddress(u"hello"_s);
    QVERIFY(m_it->shown().waiting->pasteProblem);
    m_it->server.answer(200, tokenBody("1"));
    m_it->session.finishWithPastedAddress(base + QString::fromLatin1(m_it->state()));
    QTRY_COMPARE(m_it->shown().state, State::SignedIn);
    QCOMPARE(m_it->requestsTo("/token").size(), 1);
}

void SessionSignInTest::missingSecret_isSaidBeforeTheBrowser()
{
    m_it->client.authentication = ClientAuthentication::Basic;
    m_it->store.put(clientSecretKey(u"work"_s),
                    StoredClientSecret{.clientSecret = Secret("s"_ba), .binding = {}}.toItem().reveal());
    m_it->session.setRegistration(m_it->client); // the stored secret belongs to another server
    QTRY_COMPARE(m_it->store.journal().filter(u"client-secret"_s).size(), 1);
    QTest::qWait(5);
    m_it->session.signIn();
    QTRY_COMPARE(m_it->shown().problem.value_or(Failure()).detail, Detail::SecretMissing);
    QVERIFY(m_it->userAgent.opened().isEmpty());
}

void SessionSignInTest::lostPerson_leavesTheSignIn()
{
    m_it->personSource.setPerson(
        std::unexpected(Failure{.stage = Failure::Stage::AccountRequest, .kind = Kind::Server}));
    m_it->signIn();
    QCOMPARE(m_it->shown().state, State::SignedIn);
    QVERIFY(!m_it->shown().person);
}

void SessionSignInTest::signInAsAnother()
{
    m_it->signIn();
    m_it->personSource.setPerson(Person{.id = u"2"_s, .name = u"Eve"_s, .email = {}});
    m_it->signIn(tokenBody("9"));
}

void SessionSignInTest::anotherPerson_isAskedAbout()
{
    signInAsAnother();
    QTRY_VERIFY(m_it->shown().question);
    QCOMPARE(m_it->shown().question->current.name, u"Ada"_s);
    QCOMPARE(m_it->shown().question->other.name, u"Eve"_s);
    QVERIFY(m_it->shown().pending);
    QVERIFY(m_it->page().contains("HTTP/1.1 200 "));
    QVERIFY(!m_it->store.item(SessionFixture::key()).contains("rt9"));
    m_it->clock.advance(10min); // no answer is "keep"
    QVERIFY(!m_it->shown().question);
    QCOMPARE(m_it->shown().person.value().name, u"Ada"_s);
    QTRY_COMPARE(m_it->requestsTo("/revoke").size(), 1);
    QVERIFY(m_it->requestsTo("/revoke").constFirst().startsWith("token=rt9&"));
    QVERIFY(m_it->store.item(SessionFixture::key()).contains("rt1"));
}

void SessionSignInTest::anotherPerson_isUsedWhereChosen()
{
    signInAsAnother();
    QTRY_VERIFY(m_it->shown().question);
    m_it->session.useOtherPerson();
    QTRY_COMPARE(m_it->shown().person.value().name, u"Eve"_s);
    QVERIFY(m_it->store.item(SessionFixture::key()).contains("rt9"));
    QTest::qWait(5);
    // Revoking the replaced token could end the new grant too (RFC 7009 2.1).
    QVERIFY(m_it->requestsTo("/revoke").isEmpty());
}

void SessionSignInTest::failedReauthorization_leavesTheSignIn()
{
    m_it->signIn();
    m_it->session.reauthorize({u"team.read"_s});
    QTRY_COMPARE(m_it->userAgent.opened().size(), 2);
    QCOMPARE(m_it->shown().state, State::SignedIn);
    QVERIFY(m_it->shown().pending);
    QCOMPARE(m_it->asked(u"scope"_s), u"team.read"_s);
    m_it->server.answer(400, invalidGrant);
    m_it->redirect("code=c0de&state=" + m_it->state());
    QTRY_VERIFY(!m_it->shown().pending);
    QCOMPARE(m_it->shown().state, State::SignedIn);
    QCOMPARE(m_it->shown().person.value().name, u"Ada"_s);
    QVERIFY(m_it->store.item(SessionFixture::key()).contains("rt1"));
}

static const TestCase<SessionSignInTest> testCase("sessionsignin");

} // namespace framekey::test

#include "tst_sessionsignin.moc"
