// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/agentprogram.h"
#include "harness/flowtest.h"

#include <algorithm>

namespace framekey::test
{

using namespace std::chrono_literals;
using Result = TokenUse::Result;

/// Scripts that need the person: to sign in, or to say yes.
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
    void removedAccount_endsTheWait();
    void waitWithoutAKeychain_isAWaitAllTheSame();
    void waitWithoutAWindow_isNone();
    void callerThatLeft_waitsNoMore();
    void personSaysYes_tokenIsGiven();
    void personSaysNo_isRefused();
    void noWordInAMinute_isNo();
    void callerThatLeft_isAskedAboutNoMore();
    void nobodyToAsk_isRefused();
    void callerThatAsksNobody_isRefused();
    void withoutASignIn_nothingIsAsked();

private:
    void listen(bool hasWindow = true);
    void listenSignedIn(bool hasWindow = true);
    [[nodiscard]] Result lastResult() const { return m_agent->activity.uses().value(0).result; }

    std::unique_ptr<AgentProgram> m_agent;
    std::unique_ptr<QSignalSpy> m_asked;
};

void TestAgentPeople::listen(bool hasWindow)
{
    m_agent = std::make_unique<AgentProgram>(accounts(), clock, *store, hasWindow);
    m_asked = std::make_unique<QSignalSpy>(&m_agent->orders, &AgentOrders::signInWanted);
}

void TestAgentPeople::listenSignedIn(bool hasWindow)
{
    AccountSettings settings = account();
    settings.askEachTime = true;
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
    // A script that comes again at once neither brings the window up again nor waits for nobody.
    QCOMPARE(m_agent->ask("token", yes("wait"))[u"refusal"].toString(), QStringLiteral("cancelled"));
    QCOMPARE(m_asked->size(), 1);
    // What the person begins after all is waited for.
    session().signIn();
    VERIFY_UNTIL(state() == State::SigningIn);
    const auto joining = m_agent->call("token", yes("wait"));
    pass(100ms);
    QVERIFY(!joining->isDone());
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

void TestAgentPeople::removedAccount_endsTheWait()
{
    begin();
    listen();
    const auto waiting = m_agent->call("token", yes("wait"));
    VERIFY_UNTIL(!m_asked->isEmpty());
    accounts().remove(QStringLiteral("work"));
    QCOMPARE(waiting->answer()[u"refusal"].toString(), QStringLiteral("no-account"));
    QCOMPARE(m_agent->activity.uses().size(), 1);
}

void TestAgentPeople::waitWithoutAKeychain_isAWaitAllTheSame()
{
    using Operation = MemoryTokenStore::Operation;
    for (const Operation operation : {Operation::Read, Operation::Write, Operation::Probe})
        store->fail(operation, Failure::Detail::KeychainAbsent);
    begin();
    listen();
    QCOMPARE(m_agent->ask("token")[u"refusal"].toString(), QStringLiteral("keychain"));
    const auto caller = m_agent->call("token", yes("wait"));
    VERIFY_UNTIL(!m_asked->isEmpty());
    QVERIFY(signIn());
    QVERIFY(caller->answer()[u"ok"].toBool());
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
    listenSignedIn();
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
    listenSignedIn();
    const auto caller = m_agent->call("token");
    VERIFY_UNTIL(!m_agent->consents.questions().isEmpty());
    m_agent->consents.refuse(m_agent->consents.questions()[0].id);
    QCOMPARE(caller->answer()[u"refusal"].toString(), QStringLiteral("refused"));
    QVERIFY(!caller->bytes().contains("token\""));
    QCOMPARE(lastResult(), Result::Refused);
}

void TestAgentPeople::noWordInAMinute_isNo()
{
    listenSignedIn();
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
    listenSignedIn();
    const auto caller = m_agent->call("token");
    VERIFY_UNTIL(!m_agent->consents.questions().isEmpty());
    caller->leave();
    VERIFY_UNTIL(m_agent->consents.questions().isEmpty());
    QCOMPARE(m_agent->activity.uses().size(), 1);
    QCOMPARE(lastResult(), Result::Left);
}

void TestAgentPeople::nobodyToAsk_isRefused()
{
    listenSignedIn(false);
    QCOMPARE(m_agent->ask("token")[u"refusal"].toString(), QStringLiteral("refused"));
    QVERIFY(m_agent->consents.questions().isEmpty());
}

void TestAgentPeople::callerThatAsksNobody_isRefused()
{
    listenSignedIn();
    QSignalSpy asked(&m_agent->consents, &Consents::asked);
    QCOMPARE(m_agent->ask("token", no("mayAsk"))[u"refusal"].toString(), QStringLiteral("refused"));
    QVERIFY(asked.isEmpty());
    QCOMPARE(lastResult(), Result::Refused);
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

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestAgentPeople)
#include "test_agentpeople.moc"
