// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/agentprogram.h"
#include "harness/flowtest.h"

#include <QUrlQuery>

namespace framekey::test
{

using namespace std::chrono_literals;

/// The orders about accounts: to sign in and out, to renew, to change the list.
class TestAgentOrders : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { FlowTest::init(); }
    void cleanup()
    {
        m_agent.reset();
        FlowTest::cleanup();
    }
    void signInOrder_givesTheLink();
    void signInOrder_opensTheBrowserWhereWanted();
    void pastedAddress_signsIn();
    void signInThere_isSaid();
    void cancelOrder_endsTheSignIn();
    void signOutOrder_revokes();
    void signOutWithoutAServer_isPending();
    void refreshOrder_renews();
    void refreshThatFails_isSaid();
    void accounts_areRenamedAndRemoved();
    void nameLikeAnOption_isNotSuggested();
    void noAnswer_holdsASecret();

private:
    void listen() { m_agent = std::make_unique<AgentProgram>(accounts(), clock, *store); }
    void listenSignedIn()
    {
        begin();
        QVERIFY(signIn());
        listen();
    }

    std::unique_ptr<AgentProgram> m_agent;
};

void TestAgentOrders::signInOrder_givesTheLink()
{
    begin();
    listen();
    const QJsonObject begun = m_agent->ask("sign-in", no("browser") + list("scopes", "account.read"));
    QVERIFY(begun[u"ok"].toBool() && begun[u"pending"].toBool());
    QVERIFY(!begun[u"pasteOnly"].toBool());
    QCOMPARE(QUrl(begun[u"link"].toString()), snapshot().waiting->authorizationUrl);
    const auto awaiting = m_agent->call("await");
    pass(200ms);
    QVERIFY(person->opened().isEmpty() && !awaiting->isDone());
    QVERIFY(person->open(QUrl(begun[u"link"].toString())));
    QCOMPARE(person->asked(QStringLiteral("scope")), QStringLiteral("account.read"));
    const QJsonObject end = awaiting->answer();
    QVERIFY(end[u"ok"].toBool());
    QCOMPARE(end[u"account"].toString(), QStringLiteral("Work"));
    QCOMPARE(end[u"person"][u"name"].toString(), snapshot().person->name);
    QCOMPARE(accounts().find(QStringLiteral("work"))->scopes, QStringList(QStringLiteral("account.read")));
}

void TestAgentOrders::signInOrder_opensTheBrowserWhereWanted()
{
    begin();
    listen();
    QVERIFY(m_agent->ask("sign-in")[u"pending"].toBool());
    QVERIFY(m_agent->ask("await")[u"ok"].toBool());
    QCOMPARE(person->opened().size(), 1);
}

void TestAgentOrders::pastedAddress_signsIn()
{
    begin();
    listen();
    QCOMPARE(m_agent->ask("paste", text("text", "x"))[u"refusal"].toString(), QStringLiteral("not-awaited"));
    person->way = WebPerson::Way::ToTheRedirect;
    m_agent->ask("sign-in");
    VERIFY_UNTIL(!person->redirect().isEmpty());
    const QJsonObject wrong = m_agent->ask("paste", text("text", "https://example.com/?code=c&state=s"));
    QCOMPARE(wrong[u"refusal"].toString(), QStringLiteral("faulty"));
    QVERIFY(!wrong[u"problem"].toString().isEmpty());
    const auto awaiting = m_agent->call("await");
    const QByteArray address = person->redirect().toString(QUrl::FullyEncoded).toUtf8();
    QVERIFY(m_agent->ask("paste", text("text", address))[u"ok"].toBool());
    QVERIFY(awaiting->answer()[u"ok"].toBool());
}

void TestAgentOrders::signInThere_isSaid()
{
    listenSignedIn();
    const QJsonObject there = m_agent->ask("sign-in");
    QVERIFY(there[u"ok"].toBool() && !there[u"pending"].toBool(true));
    QVERIFY(m_agent->ask("await")[u"ok"].toBool());
    person->decision = QStringLiteral("deny");
    QVERIFY(m_agent->ask("sign-in", yes("again"))[u"pending"].toBool());
    QCOMPARE(m_agent->ask("await")[u"refusal"].toString(), QStringLiteral("cancelled"));
    QVERIFY(m_agent->ask("token")[u"ok"].toBool()); // the one before stands
}

void TestAgentOrders::cancelOrder_endsTheSignIn()
{
    begin();
    listen();
    m_agent->ask("sign-in", no("browser"));
    const auto awaiting = m_agent->call("await");
    pass(50ms);
    QVERIFY(m_agent->ask("cancel")[u"ok"].toBool());
    QCOMPARE(state(), State::SignedOut);
    QCOMPARE(awaiting->answer()[u"refusal"].toString(), QStringLiteral("cancelled"));
    QVERIFY(m_agent->ask("cancel")[u"ok"].toBool());
    QCOMPARE(m_agent->ask("await")[u"refusal"].toString(), QStringLiteral("sign-in-needed"));
}

void TestAgentOrders::signOutOrder_revokes()
{
    listenSignedIn();
    QCOMPARE(m_agent->ask("sign-out")[u"revocation"].toString(), QStringLiteral("revoked"));
    QCOMPARE(practice().revocations().size(), 1);
    QCOMPARE(m_agent->ask("token")[u"refusal"].toString(), QStringLiteral("sign-in-needed"));
    QCOMPARE(m_agent->ask("sign-out")[u"revocation"].toString(), QStringLiteral("nothing"));
}

void TestAgentOrders::signOutWithoutAServer_isPending()
{
    listenSignedIn();
    practice().stop();
    const auto caller = m_agent->call("sign-out");
    VERIFY_UNTIL(state() == State::SignedOut);
    QCOMPARE(caller->answer()[u"revocation"].toString(), QStringLiteral("pending"));
}

void TestAgentOrders::refreshOrder_renews()
{
    listenSignedIn();
    const auto before = accessToken()->token;
    const QJsonObject answer = m_agent->ask("refresh");
    QVERIFY(answer[u"ok"].toBool() && !answer.contains(u"note"));
    QCOMPARE(answer[u"expiresIn"].toInt(), 3600);
    QVERIFY(!(accessToken()->token == before));
    QVERIFY(m_agent->ask("refresh").contains(u"note"));
    QCOMPARE(practice().refreshes().size(), 1);
}

void TestAgentOrders::refreshThatFails_isSaid()
{
    listenSignedIn();
    practice().setFaults({QStringLiteral("500")});
    const QJsonObject answer = m_agent->ask("refresh");
    QCOMPARE(answer[u"refusal"].toString(), QStringLiteral("try-later"));
    QVERIFY(!answer[u"problem"].toString().isEmpty());
    QVERIFY(m_agent->ask("token")[u"ok"].toBool()); // the old one lives
}

void TestAgentOrders::accounts_areRenamedAndRemoved()
{
    listenSignedIn();
    AccountSettings other = account();
    other.id = QStringLiteral("other");
    other.name = QStringLiteral("Other");
    accounts().put(other, std::nullopt);
    QCOMPARE(m_agent->ask("rename", text("account", "Work") + text("name", "Other"))[u"refusal"].toString(),
             QStringLiteral("faulty"));
    // Called as another's id, it would be taken for that one.
    QCOMPARE(m_agent->ask("rename", text("account", "Work") + text("name", "other"))[u"refusal"].toString(),
             QStringLiteral("faulty"));
    QCOMPARE(m_agent->ask("rename", text("account", "Work") + text("name", " "))[u"refusal"].toString(),
             QStringLiteral("faulty"));
    QCOMPARE(m_agent->ask("rename", text("account", "Work") + text("name", "Main"))[u"account"].toString(),
             QStringLiteral("Main"));
    QVERIFY(m_agent->ask("token", text("account", "Main"))[u"ok"].toBool()); // signed in still
    QVERIFY(m_agent->ask("default", text("account", "Other"))[u"ok"].toBool());
    QCOMPARE(accounts().defaultId(), QStringLiteral("other"));
    QVERIFY(m_agent->ask("remove", text("account", "Main"))[u"ok"].toBool());
    QCOMPARE(m_agent->ask("token", text("account", "Main"))[u"refusal"].toString(),
             QStringLiteral("no-account"));
    VERIFY_UNTIL(practice().revocations().size() == 1);
}

void TestAgentOrders::nameLikeAnOption_isNotSuggested()
{
    begin();
    listen();
    AccountSettings other = account();
    other.id = QStringLiteral("other");
    other.name = QStringLiteral("-x");
    accounts().put(other, std::nullopt);
    const QJsonObject answer = m_agent->ask("token", text("account", "-x"));
    QCOMPARE(answer[u"next"].toString(), QStringLiteral("framekey login other"));
}

void TestAgentOrders::noAnswer_holdsASecret()
{
    begin(confidentialAccount(), clientSecret());
    listen();
    m_agent->ask("sign-in", no("browser"));
    const QByteArray challenge = QUrlQuery(snapshot().waiting->authorizationUrl)
                                     .queryItemValue(QStringLiteral("code_challenge"))
                                     .toLatin1();
    QVERIFY(m_agent->said().contains(challenge)); // the search below could find something
    person->open(snapshot().waiting->authorizationUrl);
    m_agent->ask("await");
    const QByteArray code = QUrlQuery(person->redirect()).queryItemValue(QStringLiteral("code")).toLatin1();
    const QByteArray refreshToken = item()[u"refreshToken"].toString().toLatin1();
    QVERIFY(!refreshToken.isEmpty() && !code.isEmpty());
    for (const char *order :
         {"status", "token", "check", "doctor", "refresh", "rename", "default", "show", "add", "paste",
          "cancel", "redirect", "take-over", "report", "sign-out", "remove"})
        m_agent->ask(order, text("name", "Work"));
    QVERIFY(m_agent->said().contains("token\""));
    for (const QByteArray &secret : {refreshToken, code, QByteArray(clientSecret().reveal()),
                                     QByteArray("refresh_token"), QByteArray("code_verifier")})
        QVERIFY2(!m_agent->said().contains(secret), secret.left(8).constData());
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestAgentOrders)
#include "test_agentorders.moc"
