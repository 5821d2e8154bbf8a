// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/agentprogram.h"
#include "harness/flowtest.h"

#include <QUrlQuery>

#include <algorithm>

namespace framekey::test
{

using namespace std::chrono_literals;
using Result = TokenUse::Result;

/// Scripts that need the person: to sign in, to say yes; and the orders that begin and end a sign-in.
class TestAgentPeople : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { FlowTest::init(); }
    void cleanup()
    {
        m_asked.reset();
        m_agent.reset();
        FlowTest::cleanup();
    }
    void waitingCallers_shareOneSignIn();
    void signInUnderWay_isJoined();
    void cancelledSignIn_endsTheWait();
    void deniedSignIn_endsTheWait();
    void waitWithoutAWindow_isNone();
    void callerThatLeft_waitsNoMore();
    void personSaysYes_tokenIsGiven();
    void personSaysNo_isRefused();
    void noWordInAMinute_isNo();
    void callerThatLeft_isAskedAboutNoMore();
    void nobodyToAsk_isRefused();
    void withoutASignIn_nothingIsAsked();
    void signInOrder_givesTheLink();
    void signInOrder_opensTheBrowserWhereWanted();
    void pastedAddress_signsIn();
    void signInThere_isSaid();
    void cancelOrder_endsTheSignIn();
    void signOutOrder_revokes();
    void signOutWithoutAServer_isPending();
    void refreshOrder_renews();
    void accounts_areRenamedAndRemoved();
    void noAnswer_holdsASecret();

private:
    void listen(bool hasWindow = true);
    void listenSignedIn(bool asksEachTime, bool hasWindow = true);
    [[nodiscard]] Result lastResult() const { return m_agent->activity.uses().value(0).result; }

    std::unique_ptr<AgentProgram> m_agent;
    std::unique_ptr<QSignalSpy> m_asked;
};

void TestAgentPeople::listen(bool hasWindow)
{
    m_agent = std::make_unique<AgentProgram>(accounts(), clock, hasWindow);
    m_asked = std::make_unique<QSignalSpy>(&m_agent->orders, &AgentOrders::signInWanted);
}

void TestAgentPeople::listenSignedIn(bool asksEachTime, bool hasWindow)
{
    AccountSettings settings = account();
    settings.askEachTime = asksEachTime;
    begin(settings);
    QVERIFY(signIn());
    listen(hasWindow);
}

void TestAgentPeople::waitingCallers_shareOneSignIn()
{
    begin();
    listen();
    std::vector<std::unique_ptr<Caller>> callers;
    for (int i = 0; i < 5; ++i)
        callers.push_back(m_agent->call("token", yes("wait")));
    VERIFY_UNTIL(!m_asked->isEmpty());
    pass(100ms);
    QCOMPARE(m_asked->size(), 1);
    QCOMPARE(m_asked->at(0)[0].toString(), QStringLiteral("work"));
    QVERIFY(person->opened().isEmpty());
    QVERIFY(std::ranges::none_of(callers, [](const auto &caller) { return caller->isDone(); }));
    QVERIFY(signIn());
    for (const auto &caller : callers)
        QCOMPARE(caller->answer()[u"token"].toString().toLatin1(), accessToken()->token.reveal());
    QCOMPARE(m_agent->activity.uses().size(), 5);
    QCOMPARE(lastResult(), Result::Given);
}

void TestAgentPeople::signInUnderWay_isJoined()
{
    begin();
    listen();
    person->way = WebPerson::Way::ToTheRedirect;
    session().signIn();
    VERIFY_UNTIL(!person->redirect().isEmpty());
    const auto caller = m_agent->call("token", yes("wait"));
    pass(100ms);
    QVERIFY(!caller->isDone() && m_asked->isEmpty());
    person->followRedirect();
    QVERIFY(caller->answer()[u"ok"].toBool());
}

void TestAgentPeople::cancelledSignIn_endsTheWait()
{
    begin();
    listen();
    const auto caller = m_agent->call("token", yes("wait"));
    VERIFY_UNTIL(!m_asked->isEmpty());
    person->way = WebPerson::Way::LookAndLeave;
    session().signIn();
    VERIFY_UNTIL(state() == State::SigningIn);
    QVERIFY(!caller->isDone());
    session().cancelSignIn();
    QCOMPARE(caller->answer()[u"refusal"].toString(), QStringLiteral("cancelled"));
    QCOMPARE(lastResult(), Result::Cancelled);
    // A script that comes again at once does not bring the window up again.
    const auto again = m_agent->call("token", yes("wait"));
    pass(100ms);
    QVERIFY(!again->isDone());
    QCOMPARE(m_asked->size(), 1);
}

void TestAgentPeople::deniedSignIn_endsTheWait()
{
    begin();
    listen();
    const auto caller = m_agent->call("token", yes("wait"));
    VERIFY_UNTIL(!m_asked->isEmpty());
    person->decision = QStringLiteral("deny");
    session().signIn();
    QCOMPARE(caller->answer()[u"refusal"].toString(), QStringLiteral("cancelled"));
}

void TestAgentPeople::waitWithoutAWindow_isNone()
{
    begin();
    listen(false);
    QCOMPARE(m_agent->ask("token", yes("wait"))[u"refusal"].toString(), QStringLiteral("sign-in-needed"));
    QVERIFY(m_asked->isEmpty());
}

void TestAgentPeople::callerThatLeft_waitsNoMore()
{
    begin();
    listen();
    const auto caller = m_agent->call("token", yes("wait"));
    VERIFY_UNTIL(!m_asked->isEmpty());
    caller->leave();
    VERIFY_UNTIL(m_agent->activity.uses().size() == 1);
    QCOMPARE(lastResult(), Result::Left);
    QVERIFY(signIn());
    pass(50ms);
    QCOMPARE(m_agent->activity.uses().size(), 1);
}

void TestAgentPeople::personSaysYes_tokenIsGiven()
{
    listenSignedIn(true);
    const auto caller = m_agent->call("token", text("name", "nightly"));
    VERIFY_UNTIL(m_agent->consents.questions().size() == 1);
    const auto question = m_agent->consents.questions()[0];
    QCOMPARE(question.requester.label, QStringLiteral("nightly"));
    QCOMPARE(question.accountName, QStringLiteral("Work"));
    QVERIFY(!caller->isDone());
    m_agent->consents.allow(question.id);
    QVERIFY(caller->answer()[u"ok"].toBool());
    QCOMPARE(lastResult(), Result::Given);
    // Each time.
    const auto second = m_agent->call("token");
    VERIFY_UNTIL(m_agent->consents.questions().size() == 1);
}

void TestAgentPeople::personSaysNo_isRefused()
{
    listenSignedIn(true);
    const auto caller = m_agent->call("token");
    VERIFY_UNTIL(!m_agent->consents.questions().isEmpty());
    m_agent->consents.refuse(m_agent->consents.questions()[0].id);
    QCOMPARE(caller->answer()[u"refusal"].toString(), QStringLiteral("refused"));
    QVERIFY(!caller->bytes().contains("token\""));
    QCOMPARE(lastResult(), Result::Refused);
}

void TestAgentPeople::noWordInAMinute_isNo()
{
    listenSignedIn(true);
    const auto caller = m_agent->call("token");
    VERIFY_UNTIL(!m_agent->consents.questions().isEmpty());
    clock.advance(59s);
    pass(20ms);
    QVERIFY(!caller->isDone());
    clock.advance(2s);
    QCOMPARE(caller->answer()[u"refusal"].toString(), QStringLiteral("refused"));
    QVERIFY(m_agent->consents.questions().isEmpty());
}

void TestAgentPeople::callerThatLeft_isAskedAboutNoMore()
{
    listenSignedIn(true);
    const auto caller = m_agent->call("token");
    VERIFY_UNTIL(!m_agent->consents.questions().isEmpty());
    caller->leave();
    VERIFY_UNTIL(m_agent->consents.questions().isEmpty());
    QCOMPARE(m_agent->activity.uses().size(), 1);
    QCOMPARE(lastResult(), Result::Left);
}

void TestAgentPeople::nobodyToAsk_isRefused()
{
    listenSignedIn(true, false);
    QCOMPARE(m_agent->ask("token")[u"refusal"].toString(), QStringLiteral("refused"));
    QVERIFY(m_agent->consents.questions().isEmpty());
}

void TestAgentPeople::withoutASignIn_nothingIsAsked()
{
    AccountSettings settings = account();
    settings.askEachTime = true;
    begin(settings);
    listen();
    QSignalSpy asked(&m_agent->consents, &Consents::asked);
    QCOMPARE(m_agent->ask("token")[u"refusal"].toString(), QStringLiteral("sign-in-needed"));
    QVERIFY(asked.isEmpty());
}

void TestAgentPeople::signInOrder_givesTheLink()
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

void TestAgentPeople::signInOrder_opensTheBrowserWhereWanted()
{
    begin();
    listen();
    QVERIFY(m_agent->ask("sign-in")[u"pending"].toBool());
    QVERIFY(m_agent->ask("await")[u"ok"].toBool());
    QCOMPARE(person->opened().size(), 1);
}

void TestAgentPeople::pastedAddress_signsIn()
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

void TestAgentPeople::signInThere_isSaid()
{
    listenSignedIn(false);
    const QJsonObject there = m_agent->ask("sign-in");
    QVERIFY(there[u"ok"].toBool() && !there[u"pending"].toBool(true));
    QVERIFY(m_agent->ask("await")[u"ok"].toBool());
    person->decision = QStringLiteral("deny");
    QVERIFY(m_agent->ask("sign-in", yes("again"))[u"pending"].toBool());
    QCOMPARE(m_agent->ask("await")[u"refusal"].toString(), QStringLiteral("cancelled"));
    QVERIFY(m_agent->ask("token")[u"ok"].toBool()); // the one before stands
}

void TestAgentPeople::cancelOrder_endsTheSignIn()
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

void TestAgentPeople::signOutOrder_revokes()
{
    listenSignedIn(false);
    QCOMPARE(m_agent->ask("sign-out")[u"revocation"].toString(), QStringLiteral("revoked"));
    QCOMPARE(practice().revocations().size(), 1);
    QCOMPARE(m_agent->ask("token")[u"refusal"].toString(), QStringLiteral("sign-in-needed"));
    QCOMPARE(m_agent->ask("sign-out")[u"revocation"].toString(), QStringLiteral("nothing"));
}

void TestAgentPeople::signOutWithoutAServer_isPending()
{
    listenSignedIn(false);
    practice().stop();
    const auto caller = m_agent->call("sign-out");
    VERIFY_UNTIL(state() == State::SignedOut);
    QCOMPARE(caller->answer()[u"revocation"].toString(), QStringLiteral("pending"));
}

void TestAgentPeople::refreshOrder_renews()
{
    listenSignedIn(false);
    const auto before = accessToken()->token;
    const QJsonObject answer = m_agent->ask("refresh");
    QVERIFY(answer[u"ok"].toBool() && !answer.contains(u"note"));
    QCOMPARE(answer[u"expiresIn"].toInt(), 3600);
    QVERIFY(!(accessToken()->token == before));
    QVERIFY(m_agent->ask("refresh").contains(u"note"));
    QCOMPARE(practice().refreshes().size(), 1);
}

void TestAgentPeople::accounts_areRenamedAndRemoved()
{
    listenSignedIn(false);
    AccountSettings other = account();
    other.id = QStringLiteral("other");
    other.name = QStringLiteral("Other");
    accounts().put(other, std::nullopt);
    QCOMPARE(m_agent->ask("rename", text("account", "Work") + text("name", "Other"))[u"refusal"].toString(),
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

void TestAgentPeople::noAnswer_holdsASecret()
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
    const QByteArray refreshToken = item()[u"refreshToken"].toString().toLatin1();
    QVERIFY(!refreshToken.isEmpty());
    for (const char *order : {"status", "token", "check", "doctor", "refresh", "rename", "default", "show",
                              "add", "paste", "cancel", "redirect", "take-over", "sign-out", "remove"})
        m_agent->ask(order, text("name", "Work"));
    QVERIFY(m_agent->said().contains("token\""));
    for (const QByteArray &secret : {refreshToken, QByteArray(clientSecret().reveal()),
                                     QByteArray("refresh_token"), QByteArray("code_verifier")})
        QVERIFY2(!m_agent->said().contains(secret), secret.left(8).constData());
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestAgentPeople)
#include "test_agentpeople.moc"
