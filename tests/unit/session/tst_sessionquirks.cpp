// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionfixture.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

namespace
{

// A JWT-shaped access token whose payload names this scope, in an answer without `scope`.
QByteArray bodyWithPayload(const QByteArray &payload, const QByteArray &refreshToken = "rt1"_ba)
{
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray token = "e30." + payload.toBase64(options) + ".sig";
    QJsonObject body{{u"access_token"_s, QString::fromLatin1(token)},
                     {u"token_type"_s, u"bearer"_s},
                     {u"expires_in"_s, 3600}};
    if (!refreshToken.isEmpty())
        body.insert(u"refresh_token"_s, QString::fromLatin1(refreshToken));
    return QJsonDocument(body).toJson();
}

QByteArrayList linesTo(const SessionFixture &it, const QByteArray &path)
{
    QByteArrayList lines;
    for (const ScriptedServer::Request &request : it.server.requests()) {
        if (request.line.startsWith("POST " + path))
            lines.append(request.line);
    }
    return lines;
}

} // namespace

/// What a server like Adobe's wants and tells otherwise: switches of the provider's data.
class SessionQuirksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void publicClient_isNamedInTheQueryToo();
    void confidentialClient_isNotNamedInTheQuery();
    void scopes_areSeparatedByCommasAndSentOnce();
    void payloadsScope_isWhatWasGranted();
    void unreadablePayload_isNotTold();
    void renewal_tellsTheScopeAnew();
    void anotherPerson_isAskedForAtTheServer();
    void milliseconds_areDividedFirst();
    void unusedSignIn_lastsFromTheLastRenewal();
    void withoutRenewal_nothingIsSaidOfUnusedDays();

private:
    std::unique_ptr<SessionFixture> m_it;
};

void SessionQuirksTest::init()
{
    m_it = std::make_unique<SessionFixture>();
    m_it->client.clientId = u"a b&c"_s;
    m_it->client.unusedDays = 14;
    m_it->client.quirks = {.clientIdInQuery = true,
                           .promptForPerson = u"login"_s,
                           .scopeSeparator = u',',
                           .scopeSource = ScopeSource::Payload};
}

void SessionQuirksTest::publicClient_isNamedInTheQueryToo()
{
    m_it->load();
    m_it->signIn();
    m_it->server.answer(200, tokenBody("2"));
    m_it->clock.advance(3000s);
    QTRY_COMPARE(linesTo(*m_it, "/token").size(), 2);
    QTRY_COMPARE(m_it->shown().state, State::SignedIn);
    m_it->session.signOut();
    QTRY_COMPARE(linesTo(*m_it, "/revoke").size(), 1);
    for (const QByteArray &line : linesTo(*m_it, "/token") + linesTo(*m_it, "/revoke"))
        QVERIFY2(line.endsWith("?client_id=a%20b%26c HTTP/1.1"), line.constData());
    for (const ScriptedServer::Request &request : m_it->server.requests())
        QVERIFY2(request.body.contains("client_id=a%20b%26c"), request.body.constData());
}

void SessionQuirksTest::confidentialClient_isNotNamedInTheQuery()
{
    m_it->client.authentication = ClientAuthentication::Basic;
    m_it->session.setRegistration(m_it->client, Secret("s3cret"));
    QTRY_COMPARE(m_it->shown().state, State::SignedOut);
    m_it->signIn();
    QCOMPARE(linesTo(*m_it, "/token"), QByteArrayList{"POST /token HTTP/1.1"});
    QVERIFY(m_it->server.requests().constFirst().header("Authorization"_ba).startsWith("Basic "));
}

void SessionQuirksTest::scopes_areSeparatedByCommasAndSentOnce()
{
    m_it->load();
    m_it->signIn();
    QCOMPARE(m_it->asked(u"scope"_s), u"offline,asset.read"_s);
    QCOMPARE(m_it->asked(u"code_challenge_method"_s), u"S256"_s);
    QVERIFY(m_it->asked(u"prompt"_s).isEmpty());
    m_it->server.answer(200, tokenBody("2"));
    m_it->clock.advance(3000s);
    QTRY_COMPARE(linesTo(*m_it, "/token").size(), 2);
    for (const ScriptedServer::Request &request : m_it->server.requests())
        QVERIFY2(!request.body.contains("scope"), request.body.constData());
}

void SessionQuirksTest::payloadsScope_isWhatWasGranted()
{
    m_it->load();
    m_it->signIn(bodyWithPayload(R"({"scope":"AdobeID,offline"})"));
    QCOMPARE(m_it->shown().grantedScope.value(), QStringList({u"AdobeID"_s, u"offline"_s}));
}

void SessionQuirksTest::unreadablePayload_isNotTold()
{
    m_it->load();
    m_it->signIn();
    QCOMPARE(m_it->shown().state, State::SignedIn);
    QVERIFY(!m_it->shown().grantedScope);
}

void SessionQuirksTest::renewal_tellsTheScopeAnew()
{
    m_it->load();
    m_it->signIn(bodyWithPayload(R"({"scope":"offline,asset.read"})"));
    m_it->server.answer(200, bodyWithPayload(R"({"scope":"offline"})"));
    m_it->clock.advance(3000s);
    QTRY_COMPARE(m_it->shown().grantedScope.value(), QStringList{u"offline"_s});
}

void SessionQuirksTest::anotherPerson_isAskedForAtTheServer()
{
    m_it->load();
    m_it->session.signInAsAnother();
    QTRY_COMPARE(m_it->userAgent.opened().size(), 1);
    QCOMPARE(m_it->asked(u"prompt"_s), u"login"_s);
    QCOMPARE(m_it->asked(u"scope"_s), u"offline,asset.read"_s);
}

void SessionQuirksTest::milliseconds_areDividedFirst()
{
    m_it->client.quirks.expiresInMilliseconds = true;
    m_it->load();
    m_it->signIn(tokenBody("1", 1'800'000));
    QCOMPARE(m_it->shown().expiresAt.value(), m_it->clock.nowUtc().addSecs(1800));
}

void SessionQuirksTest::unusedSignIn_lastsFromTheLastRenewal()
{
    m_it->load();
    m_it->signIn();
    QCOMPARE(m_it->shown().unusedUntil.value(), m_it->clock.nowUtc().addDays(14));
    m_it->server.answer(200, tokenBody("2"));
    m_it->clock.advance(3000s);
    QTRY_COMPARE(m_it->shown().unusedUntil.value(), m_it->clock.nowUtc().addDays(14));
}

void SessionQuirksTest::withoutRenewal_nothingIsSaidOfUnusedDays()
{
    m_it->load();
    m_it->signIn(bodyWithPayload(R"({"scope":"openid"})", {}));
    QVERIFY(!m_it->shown().renewable);
    QVERIFY(!m_it->shown().unusedUntil);
}

static const TestCase<SessionQuirksTest> testCase("sessionquirks");

} // namespace framekey::test

#include "tst_sessionquirks.moc"
