// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/statusdocument.h"
#include "harness/agentprogram.h"
#include "harness/flowtest.h"

#include <algorithm>
#include <unistd.h>

namespace framekey::test
{

using namespace std::chrono_literals;
using Result = TokenUse::Result;

/// Scripts that ask for tokens over the socket: what they get, and what they hear where they get none.
class TestAgentTokens : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { FlowTest::init(); }
    void cleanup()
    {
        m_agent.reset();
        FlowTest::cleanup();
    }
    void signedIn_getsTheToken();
    void fiftyCallers_shareOneRenewal();
    void callerThatLeft_stopsNobody();
    void signOutMeanwhile_isSaid();
    void longerThanTokensLive_isSaidAndRenewsOnce();
    void renewalFirst_isHadOnceInThirtySeconds();
    void otherAccount_isNamed();
    void nobodySignedIn_isSaidAtOnce();
    void endedSignIn_isSaidAtOnce();
    void lockedKeychain_isSaid();
    void serverInTrouble_isTriedLater_data();
    void serverInTrouble_isTriedLater();
    void failedRenewal_isNoTokenThatWasAskedFor();
    void deadTokenWithinThirtySeconds_isTriedLater();
    void whileTheKeychainIsAskedAgain_callersWait();
    void program_isTold();

private:
    void signInAndListen()
    {
        begin();
        QVERIFY(signIn());
        m_agent = std::make_unique<AgentProgram>(accounts(), clock, *store);
    }
    [[nodiscard]] Result lastResult() const { return m_agent->activity.uses().value(0).result; }
    /// Of what is handed out now.
    [[nodiscard]] QString presentToken() { return QString::fromLatin1(accessToken()->token.reveal()); }

    std::unique_ptr<AgentProgram> m_agent;
};

void TestAgentTokens::signedIn_getsTheToken()
{
    signInAndListen();
    const QJsonObject answer = m_agent->ask("token", text("name", "nightly copy"));
    QVERIFY(answer[u"ok"].toBool());
    QCOMPARE(answer[u"token"].toString(), presentToken());
    QCOMPARE(answer[u"account"].toString(), QStringLiteral("Work"));
    QCOMPARE(answer[u"expiresIn"].toInt(), 3600);
    QCOMPARE(answer[u"expiresAt"].toString(), wireInstant(*snapshot().expiresAt));
    QVERIFY(!answer.contains(u"note"));
    QCOMPARE(m_agent->activity.uses().size(), 1);
    QCOMPARE(lastResult(), Result::Given);
    QCOMPARE(m_agent->activity.uses()[0].requester.label, QStringLiteral("nightly copy"));
    QCOMPARE(m_agent->activity.uses()[0].accountName, QStringLiteral("Work"));
}

void TestAgentTokens::fiftyCallers_shareOneRenewal()
{
    signInAndListen();
    const QString before = presentToken();
    practice().setFaults({QStringLiteral("delay:300")});
    clock.advance(3599s); // due since long, and no time left
    VERIFY_UNTIL(state() != State::Renewing || practice().refreshes().size() == 1);
    std::vector<std::unique_ptr<Caller>> callers;
    for (int i = 0; i < 50; ++i)
        callers.push_back(m_agent->call("token"));
    for (const auto &caller : callers) {
        const QJsonObject answer = caller->answer();
        QVERIFY(answer[u"ok"].toBool());
        QCOMPARE(answer[u"token"].toString(), presentToken());
    }
    QVERIFY(presentToken() != before);
    QCOMPARE(practice().refreshes().size(), 1);
    QCOMPARE(m_agent->activity.uses().size(), 50);
    QCOMPARE(lastResult(), Result::GivenAfterRenewal);
}

void TestAgentTokens::callerThatLeft_stopsNobody()
{
    signInAndListen();
    practice().setFaults({QStringLiteral("delay:500")});
    const auto leaving = m_agent->call("token", yes("force"));
    const auto staying = m_agent->call("token", yes("force"));
    VERIFY_UNTIL(state() == State::Renewing);
    pass(50ms); // both have asked
    leaving->leave();
    VERIFY_UNTIL(m_agent->activity.uses().size() == 1);
    QCOMPARE(lastResult(), Result::Left);
    QVERIFY(staying->answer()[u"ok"].toBool());
    QCOMPARE(m_agent->activity.uses().size(), 2);
    QCOMPARE(practice().refreshes().size(), 1);
}

void TestAgentTokens::signOutMeanwhile_isSaid()
{
    signInAndListen();
    practice().setFaults({QStringLiteral("delay:500")});
    const auto caller = m_agent->call("token", yes("force"));
    VERIFY_UNTIL(state() == State::Renewing);
    pass(50ms);
    session().signOut();
    const QJsonObject answer = caller->answer();
    QCOMPARE(answer[u"refusal"].toString(), QStringLiteral("sign-in-needed"));
    QCOMPARE(answer[u"next"].toString(), QStringLiteral("framekey login"));
    QCOMPARE(lastResult(), Result::SignInNeeded);
}

void TestAgentTokens::longerThanTokensLive_isSaidAndRenewsOnce()
{
    signInAndListen();
    const QString before = presentToken();
    clock.advance(1min);
    const QJsonObject first = m_agent->ask("token", number("minValid", 36000));
    QVERIFY(first[u"ok"].toBool());
    QVERIFY(first[u"token"].toString() != before);
    QVERIFY(first[u"note"].toString().contains(u"36000"));
    const QJsonObject second = m_agent->ask("token", number("minValid", 36000));
    QCOMPARE(second[u"token"], first[u"token"]);
    QCOMPARE(practice().refreshes().size(), 1);
}

void TestAgentTokens::renewalFirst_isHadOnceInThirtySeconds()
{
    signInAndListen();
    const QString before = presentToken();
    const QJsonObject first = m_agent->ask("token", yes("force"));
    QVERIFY(first[u"token"].toString() != before && !first.contains(u"note"));
    QCOMPARE(lastResult(), Result::GivenAfterRenewal);
    clock.advance(29s);
    const QJsonObject second = m_agent->ask("token", yes("force"));
    QCOMPARE(second[u"token"], first[u"token"]);
    QVERIFY(!second[u"note"].toString().isEmpty());
    QCOMPARE(lastResult(), Result::Given);
    clock.advance(2s);
    QVERIFY(m_agent->ask("token", yes("force"))[u"token"] != first[u"token"]);
    QCOMPARE(practice().refreshes().size(), 2);
}

void TestAgentTokens::otherAccount_isNamed()
{
    signInAndListen();
    QCOMPARE(m_agent->ask("token", text("account", "Work"))[u"token"].toString(), presentToken());
    QCOMPARE(m_agent->ask("token", text("account", "work"))[u"token"].toString(), presentToken());
    const QJsonObject none = m_agent->ask("token", text("account", "wrk"));
    QCOMPARE(none[u"refusal"].toString(), QStringLiteral("no-account"));
    QVERIFY(none[u"next"].toString().contains(u"Work"));
    QVERIFY(!none.contains(u"token"));
    QCOMPARE(lastResult(), Result::Failed);
}

void TestAgentTokens::nobodySignedIn_isSaidAtOnce()
{
    begin();
    m_agent = std::make_unique<AgentProgram>(accounts(), clock, *store);
    const QJsonObject answer = m_agent->ask("token");
    QCOMPARE(answer[u"refusal"].toString(), QStringLiteral("sign-in-needed"));
    QCOMPARE(answer[u"next"].toString(), QStringLiteral("framekey login"));
    QCOMPARE(lastResult(), Result::SignInNeeded);
    QVERIFY(person->opened().isEmpty()); // never by itself
}

void TestAgentTokens::endedSignIn_isSaidAtOnce()
{
    signInAndListen();
    practice().revokeAll();
    const QJsonObject answer = m_agent->ask("token", yes("force"));
    QCOMPARE(answer[u"refusal"].toString(), QStringLiteral("sign-in-needed"));
    QVERIFY(answer[u"problem"].toString().contains(u"invalid_grant"));
    QCOMPARE(m_agent->ask("token")[u"refusal"].toString(), QStringLiteral("sign-in-needed"));
    QCOMPARE(practice().refreshes().size(), 1);
}

void TestAgentTokens::lockedKeychain_isSaid()
{
    begin();
    QVERIFY(signIn());
    store->fail(MemoryTokenStore::Operation::Read);
    restart();
    m_agent = std::make_unique<AgentProgram>(accounts(), clock, *store);
    const QJsonObject answer = m_agent->ask("token");
    QCOMPARE(answer[u"refusal"].toString(), QStringLiteral("keychain"));
    QCOMPARE(lastResult(), Result::KeychainLocked);
}

void TestAgentTokens::serverInTrouble_isTriedLater_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault : {"500", "error:temporarily_unavailable", "html", "empty", "malformed", "huge",
                              "redirect:http://127.0.0.1:9/", "body:{\"error\":\"invalid_grant\"}",
                              "body:{\"token_type\":\"bearer\"}"})
        QTest::newRow(fault) << QString::fromLatin1(fault);
}

void TestAgentTokens::serverInTrouble_isTriedLater()
{
    QFETCH(QString, fault);
    signInAndListen();
    practice().setFaults({fault});
    clock.advance(2h);
    QCOMPARE(m_agent->ask("token")[u"refusal"].toString(), QStringLiteral("try-later"));
    QCOMPARE(lastResult(), Result::TryLater);
    practice().setFaults({});
    clock.advance(10min);
    QVERIFY(m_agent->ask("token")[u"ok"].toBool());
}

void TestAgentTokens::failedRenewal_isNoTokenThatWasAskedFor()
{
    signInAndListen();
    practice().setFaults({QStringLiteral("500")});
    const QJsonObject forced = m_agent->ask("token", yes("force"));
    QCOMPARE(forced[u"refusal"].toString(), QStringLiteral("try-later"));
    QVERIFY(!forced.contains(u"token") && !forced[u"problem"].toString().isEmpty());
    QCOMPARE(lastResult(), Result::TryLater);
    // What is left of the old one is no more than the script wants.
    QCOMPARE(m_agent->ask("token", number("minValid", 3601))[u"refusal"].toString(),
             QStringLiteral("try-later"));
    QVERIFY(m_agent->ask("token")[u"ok"].toBool());
}

void TestAgentTokens::deadTokenWithinThirtySeconds_isTriedLater()
{
    startPractice({QStringLiteral("--access-token-lifetime"), QStringLiteral("20")});
    signInAndListen();
    QVERIFY(m_agent->ask("token", yes("force"))[u"ok"].toBool());
    clock.advance(25s);
    QCOMPARE(m_agent->ask("token")[u"refusal"].toString(), QStringLiteral("try-later"));
    clock.advance(10s);
    QVERIFY(m_agent->ask("token")[u"ok"].toBool());
}

void TestAgentTokens::whileTheKeychainIsAskedAgain_callersWait()
{
    signInAndListen();
    practice().revokeAll();
    clock.advance(1h); // nothing is left of the old token
    store->hold();
    const auto first = m_agent->call("token", yes("force"));
    VERIFY_UNTIL(store->held() == 1);
    const auto second = m_agent->call("token");
    pass(100ms);
    QVERIFY(!first->isDone() && !second->isDone());
    store->release();
    for (Caller *caller : {first.get(), second.get()})
        QVERIFY(caller->answer()[u"problem"].toString().contains(u"invalid_grant"));
}

void TestAgentTokens::program_isTold()
{
    signInAndListen();
    m_agent->ask("token");
    // The caller is this test, and its parent whoever started it.
    const Requester &requester = m_agent->activity.uses()[0].requester;
    QCOMPARE(requester.program,
             QFile::symLinkTarget(QStringLiteral("/proc/%1/exe").arg(qint64(::getppid()))));
    QVERIFY(!requester.program.isEmpty());
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestAgentTokens)
#include "test_agenttokens.moc"
