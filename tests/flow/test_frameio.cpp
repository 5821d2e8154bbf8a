// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"

#include <QFile>
#include <QJsonArray>

namespace framekey::test
{

using namespace std::chrono_literals;
using Detail = Failure::Detail;

/// Frame.io (V4) behind Adobe's sign-in, as the practice server's persona has it: what is sent, what is
/// granted, and what a refused account request means.
class TestFrameio : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void lifeOfASignIn();
    void publicClientIsNamedInBodyAndQuery();
    void confidentialClientSendsBasicAlone();
    void noScopeIsSentAgain();
    void scopeOfThePayloadIsWhatWasGranted();
    void withoutRefreshTokenTheSignInStandsUntilItEnds();
    void millisecondsAreClampedWithoutTheSwitch();
    void browserGoesOnAsThePersonBefore();
    void anotherPersonIsAskedFor();
    void refusedAccountRequestIsExplained_data();
    void refusedAccountRequestIsExplained();
    void refusalThatARenewalCuresIsRenewedForOnce();

private:
    AccountSettings frameio(const QString &clientId = QStringLiteral("web"));
    bool signInAsAnother();
    static QByteArray clients();

    QTemporaryDir m_clientsFolder;
};

QByteArray TestFrameio::clients()
{
    const QByteArray rest = R"("redirect_uris":["http://127.0.0.1/callback"],
        "scopes":["openid","email","profile","offline_access","additional_info.roles"])";
    return R"([{"client_id":"web","client_secret":"practice-secret",)" + rest + R"(},
               {"client_id":"native",)" +
           rest + R"(},
               {"client_id":"spa","refresh_tokens":false,)" +
           rest + "}]";
}

void TestFrameio::init()
{
    FlowTest::init();
    QFile file(m_clientsFolder.filePath(QStringLiteral("clients.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(clients()) > 0);
    file.close();
    startPractice(Practice::frameio() + QStringList{QStringLiteral("--clients"), file.fileName()});
}

AccountSettings TestFrameio::frameio(const QString &clientId)
{
    const ProviderCatalogue catalogue = ProviderCatalogue::builtIn();
    AccountSettings settings = newAccount(*catalogue.find(QStringLiteral("frameio")));
    settings.id = QStringLiteral("work");
    settings.clientId = clientId;
    settings.clientAuthentication =
        clientId == u"web" ? ClientAuthentication::Basic : ClientAuthentication::None;
    settings.redirectUri = QStringLiteral("http://127.0.0.1:0/callback");
    settings.endpoints = {.authorization = practice().url(QStringLiteral("/ims/authorize/v2")),
                          .token = practice().url(QStringLiteral("/ims/token/v3")),
                          .revocation = practice().url(QStringLiteral("/ims/revoke")),
                          .api = practice().url(QStringLiteral("/v4"))};
    return settings;
}

bool TestFrameio::signInAsAnother()
{
    person->reset();
    session().signInAsAnother();
    return until([this] { return !snapshot().waiting && person->hasPage(); });
}

void TestFrameio::lifeOfASignIn()
{
    begin(frameio(), clientSecret());
    QVERIFY(signIn());
    QCOMPARE(snapshot().person->name, QStringLiteral("Ana Lima"));
    QVERIFY(snapshot().renewable);
    QCOMPARE(*snapshot().unusedUntil, clock.nowUtc().addDays(14));
    clock.advance(30min);
    QVERIFY(renew());
    QCOMPARE(*snapshot().unusedUntil, clock.nowUtc().addDays(14));
    session().signOut();
    VERIFY_UNTIL(snapshot().receipt &&
                 snapshot().receipt->revocation == SessionSnapshot::Receipt::Revocation::Revoked);
    QCOMPARE(practice().revocations().size(), 1);
    QCOMPARE(practice().requests(QStringLiteral("/v4/me")).size(), 1);
}

void TestFrameio::publicClientIsNamedInBodyAndQuery()
{
    begin(frameio(QStringLiteral("native")));
    QVERIFY(signIn());
    QVERIFY(renew());
    session().signOut();
    VERIFY_UNTIL(practice().revocations().size() == 1);
    const auto records = practice().exchanges() + practice().refreshes() + practice().revocations();
    QCOMPARE(records.size(), 3);
    for (const auto &record : records) {
        QCOMPARE(record.value(u"status"), QJsonValue(200));
        QCOMPARE(record.value(u"has_authorization_header"), QJsonValue(false));
        QCOMPARE(record.value(u"query_names"), QJsonValue(QJsonArray{QStringLiteral("client_id")}));
        QVERIFY(bodyNames(record).contains(QStringLiteral("client_id")));
    }
}

void TestFrameio::confidentialClientSendsBasicAlone()
{
    begin(frameio(), clientSecret());
    QVERIFY(signIn());
    QVERIFY(renew());
    session().signOut();
    VERIFY_UNTIL(practice().revocations().size() == 1);
    for (const auto &record : practice().exchanges() + practice().refreshes() + practice().revocations()) {
        QCOMPARE(record.value(u"authorization_scheme"), QJsonValue(QStringLiteral("Basic")));
        QCOMPARE(record.value(u"query_names").toArray().size(), 0);
        QVERIFY(!bodyNames(record).contains(QStringLiteral("client_id")));
    }
}

void TestFrameio::noScopeIsSentAgain()
{
    begin(frameio(QStringLiteral("native")));
    QVERIFY(signIn());
    QVERIFY(renew());
    for (const auto &record : practice().exchanges() + practice().refreshes())
        QVERIFY(!bodyNames(record).contains(QStringLiteral("scope")));
    const auto asked = practice().requests(QStringLiteral("/ims/authorize/v2")).value(0);
    QCOMPARE(asked.value(u"scope"),
             QJsonValue(QStringLiteral("openid,email,profile,offline_access,additional_info.roles")));
    QCOMPARE(asked.value(u"code_challenge_method"), QJsonValue(QStringLiteral("S256")));
    QVERIFY(!asked.contains(u"prompt"));
}

void TestFrameio::scopeOfThePayloadIsWhatWasGranted()
{
    begin(frameio(), clientSecret());
    person->tickedScope = QStringList{QStringLiteral("openid"), QStringLiteral("offline_access")};
    QVERIFY(signIn());
    QStringList granted = snapshot().grantedScope.value_or(QStringList());
    granted.sort();
    QCOMPARE(granted.join(u' '), QStringLiteral("AdobeID offline_access openid"));
    restart();
    VERIFY_UNTIL(state() == State::SignedIn);
    QCOMPARE(snapshot().grantedScope->size(), 3);
}

void TestFrameio::withoutRefreshTokenTheSignInStandsUntilItEnds()
{
    begin(frameio(QStringLiteral("spa")));
    QVERIFY(signIn());
    QVERIFY(!snapshot().renewable && !snapshot().unusedUntil && !snapshot().problem);
    QVERIFY(accessToken());
    restart();
    QCOMPARE(state(), State::SignedIn);
    clock.advance(24h);
    QCOMPARE(state(), State::SignInNeeded);
    QCOMPARE(snapshot().problem->detail, Detail::NotRenewable);
    QCOMPARE(practice().refreshes().size(), 0);
}

void TestFrameio::millisecondsAreClampedWithoutTheSwitch()
{
    begin(frameio(), clientSecret());
    practice().setFaults({QStringLiteral("milliseconds")});
    QVERIFY(signIn());
    QCOMPARE(*snapshot().expiresAt, clock.nowUtc().addSecs(86'400));
}

void TestFrameio::browserGoesOnAsThePersonBefore()
{
    begin(frameio(), clientSecret());
    QVERIFY(signIn());
    person->name = QStringLiteral("ben");
    QVERIFY(signIn());
    QCOMPARE(snapshot().person->name, QStringLiteral("Ana Lima"));
    QVERIFY(!snapshot().question);
}

void TestFrameio::anotherPersonIsAskedFor()
{
    begin(frameio(), clientSecret());
    QVERIFY(signIn());
    person->name = QStringLiteral("ben");
    QVERIFY(signInAsAnother());
    QCOMPARE(person->asked(QStringLiteral("prompt")), QStringLiteral("login"));
    VERIFY_UNTIL(snapshot().question.has_value());
    QCOMPARE(snapshot().question->other.name, QStringLiteral("Ben Okafor"));
    session().useOtherPerson();
    VERIFY_UNTIL(snapshot().person->name == u"Ben Okafor");
}

void TestFrameio::refusedAccountRequestIsExplained_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<int>("status");
    QTest::addColumn<Detail>("cause");
    QTest::newRow("scope missing") << QStringLiteral("dara") << 401 << Detail::ScopeMissing;
    QTest::newRow("not linked") << QStringLiteral("emil") << 401 << Detail::NotLinked;
    QTest::newRow("no product profile") << QStringLiteral("farah") << 401 << Detail::NoProductProfile;
    QTest::newRow("locked") << QStringLiteral("goran") << 403 << Detail::AccountLocked;
}

void TestFrameio::refusedAccountRequestIsExplained()
{
    QFETCH(QString, who);
    QFETCH(int, status);
    begin(frameio(), clientSecret());
    person->name = who;
    QVERIFY(signIn());
    QVERIFY(!snapshot().person && !snapshot().problem);
    QVERIFY(snapshot().personProblem);
    QTEST(snapshot().personProblem->detail, "cause");
    QCOMPARE(snapshot().personProblem->httpStatus, status);
    QVERIFY(accessToken());
    QVERIFY(item().contains(u"refreshToken"));
    session().checkPersonAgain();
    VERIFY_UNTIL(practice().requests(QStringLiteral("/v4/me")).size() == 2);
    QCOMPARE(practice().refreshes().size(), 0);
    QCOMPARE(state(), State::SignedIn);
}

void TestFrameio::refusalThatARenewalCuresIsRenewedForOnce()
{
    begin(frameio(), clientSecret());
    practice().setFaults({QStringLiteral("status:401,at=me")});
    QVERIFY(signIn());
    QVERIFY(snapshot().personProblem);
    QCOMPARE(snapshot().personProblem->detail, Detail::AccountRefused);
    clock.advance(1min);
    session().checkPersonAgain();
    VERIFY_UNTIL(practice().requests(QStringLiteral("/v4/me")).size() == 3);
    QCOMPARE(practice().refreshes().size(), 1);
    practice().setFaults({});
    clock.advance(1min);
    session().checkPersonAgain();
    VERIFY_UNTIL(snapshot().person.has_value());
    QVERIFY(!snapshot().personProblem);
    QCOMPARE(practice().refreshes().size(), 1);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestFrameio)
#include "test_frameio.moc"
