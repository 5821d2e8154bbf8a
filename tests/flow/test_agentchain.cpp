// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/agentprogram.h"
#include "harness/flowtest.h"

#include "scriptedserver.h"

#include <QJsonArray>
#include <QLocale>
#include <QTcpServer>

namespace framekey::test
{

using namespace std::chrono_literals;

/// `check` and `doctor`: each link tried for real, and each failure said where it is.
class TestAgentChain : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { FlowTest::init(); }
    void cleanup()
    {
        m_agent.reset();
        FlowTest::cleanup();
    }
    void goodChain_holdsTheNight();
    void clockIsComparedWithTheServers_data();
    void clockIsComparedWithTheServers();
    void renewalIsTried();
    void renewalThatFails_isBad();
    void startingApp_isWaitedFor();
    void missingScope_isNamed();
    void brokenLink_isTold_data();
    void brokenLink_isTold();
    void doctor_triesWhatASignInNeeds();
    void takenPort_isTold();
    void apiOnAnotherHost_isAskedWithoutAToken();
    void browserThatIsNone_isTold();
    void fifthAtOnce_isToldToComeLater();
    void doctorWithoutAccount_triesTheRest();

private:
    void listen() { m_agent = std::make_unique<AgentProgram>(accounts(), clock, *store); }
    /// "keychain good", one a link.
    QStringList links(const QByteArray &order, const QByteArray &more = {});

    std::unique_ptr<AgentProgram> m_agent;
};

QStringList TestAgentChain::links(const QByteArray &order, const QByteArray &more)
{
    QStringList told;
    const QJsonArray links = m_agent->ask(order, more)[u"links"].toArray();
    for (const auto &link : links) {
        if (link[u"says"].toString().isEmpty())
            told += QStringLiteral("nothing is said");
        if (link[u"state"].toString() == u"bad" && link[u"next"].toString().isEmpty())
            told += QStringLiteral("nothing to do is said");
        told += link[u"name"].toString() + u' ' + link[u"state"].toString();
    }
    return told;
}

void TestAgentChain::goodChain_holdsTheNight()
{
    begin();
    QVERIFY(signIn());
    listen();
    const QStringList told = links("check", number("seconds", 28800) + list("scopes", "asset.read"));
    QCOMPARE(told, (QStringList{QStringLiteral("settings good"), QStringLiteral("keychain good"),
                                QStringLiteral("network good"), QStringLiteral("clock good"),
                                QStringLiteral("renewal good"), QStringLiteral("lasting warn"),
                                QStringLiteral("scopes good")}));
}

void TestAgentChain::clockIsComparedWithTheServers_data()
{
    QTest::addColumn<int>("off");
    QTest::addColumn<QString>("link");
    QTest::newRow("exact") << 0 << "clock good";
    QTest::newRow("ahead by a minute and a half") << 90 << "clock warn";
    QTest::newRow("behind by an hour") << -3600 << "clock bad";
}

void TestAgentChain::clockIsComparedWithTheServers()
{
    QFETCH(int, off);
    QFETCH(QString, link);
    ScriptedServer server;
    const QDateTime time = clock.nowUtc().addSecs(-off);
    const QByteArray date =
        QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " GMT";
    server.answer(404, {}, "Date: " + date + "\r\n");
    AccountSettings settings = confidentialAccount();
    settings.endpoints.authorization = server.url(QStringLiteral("/authorize"));
    begin(settings, clientSecret());
    listen();
    const QStringList told = links("check");
    QVERIFY2(told.contains(link), qPrintable(told.join(u", ")));
    QVERIFY(told.contains(QStringLiteral("network good")) &&
            told.contains(QStringLiteral("token-endpoint good")));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests()[0].line, QByteArray("HEAD / HTTP/1.1"));
    QVERIFY(server.requests()[0].header("Authorization").isEmpty());
}

void TestAgentChain::renewalIsTried()
{
    begin();
    QVERIFY(signIn());
    listen();
    QVERIFY(links("check").contains(QStringLiteral("renewal good")));
    QCOMPARE(practice().refreshes().size(), 1);
    practice().revokeAll();
    clock.advance(1min);
    QVERIFY(links("check").contains(QStringLiteral("sign-in bad")));
}

void TestAgentChain::renewalThatFails_isBad()
{
    begin();
    QVERIFY(signIn());
    listen();
    practice().setFaults({QStringLiteral("500")});
    const QStringList told = links("check");
    QVERIFY2(told.contains(QStringLiteral("renewal bad")), qPrintable(told.join(u", ")));
}

void TestAgentChain::startingApp_isWaitedFor()
{
    begin(confidentialAccount(), clientSecret());
    QVERIFY(signIn());
    clock.advance(1min);
    store->setDelay(300ms);
    restartUnread();
    listen();
    QCOMPARE(state(), State::Starting);
    const QStringList told = links("check", list("scopes", "asset.read"));
    for (const char *link : {"client-secret good", "renewal good", "lasting warn", "scopes good"})
        QVERIFY2(told.contains(QLatin1StringView(link)), qPrintable(told.join(u", ")));
    m_agent.reset();
    restartUnread();
    listen();
    QCOMPARE(state(), State::Starting);
    QVERIFY(links("doctor").contains(QStringLiteral("sign-in good")));
}

void TestAgentChain::missingScope_isNamed()
{
    begin();
    QVERIFY(signIn());
    listen();
    const QJsonArray told = m_agent->ask("check", list("scopes", "asset.delete"))[u"links"].toArray();
    QCOMPARE(told.last()[u"state"].toString(), QStringLiteral("bad"));
    QVERIFY(told.last()[u"says"].toString().contains(u"asset.delete"));
}

void TestAgentChain::brokenLink_isTold_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("link");
    QTest::newRow("server gone") << "server" << "network bad";
    QTest::newRow("keychain locked") << "keychain" << "keychain bad";
    QTest::newRow("signed out") << "sign-out" << "sign-in bad";
}

void TestAgentChain::brokenLink_isTold()
{
    QFETCH(QString, what);
    QFETCH(QString, link);
    begin();
    QVERIFY(signIn());
    listen();
    if (what == u"server")
        practice().stop();
    else if (what == u"keychain")
        store->fail(MemoryTokenStore::Operation::Probe);
    else
        session().signOut();
    for (const QByteArray order : {"check", "doctor"})
        QVERIFY2(links(order).contains(link), qPrintable(links(order).join(u", ")));
}

void TestAgentChain::doctor_triesWhatASignInNeeds()
{
    begin(confidentialAccount(), clientSecret());
    listen();
    const QStringList told = links("doctor");
    for (const char *link : {"settings good", "keychain good", "client-secret good", "network good",
                             "redirect good", "sign-in bad", "window good"})
        QVERIFY2(told.contains(QLatin1StringView(link)), qPrintable(told.join(u", ")));
    QVERIFY(practice().refreshes().isEmpty() && person->opened().isEmpty());
}

void TestAgentChain::takenPort_isTold()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    AccountSettings settings = account();
    settings.redirectUri = QStringLiteral("http://127.0.0.1:%1/callback").arg(other.serverPort());
    begin(settings);
    listen();
    QVERIFY(links("doctor").contains(QStringLiteral("redirect bad")));
    other.close();
    QVERIFY(links("doctor").contains(QStringLiteral("redirect good")));
}

void TestAgentChain::apiOnAnotherHost_isAskedWithoutAToken()
{
    ScriptedServer server;
    for (int i = 0; i < 2; ++i) // who signed in is asked first
        server.answer(401, {});
    AccountSettings settings = account();
    settings.endpoints.api = server.url(QStringLiteral("/v2"));
    begin(settings);
    QVERIFY(signIn());
    const qsizetype before = server.requests().size();
    listen();
    QVERIFY(links("doctor").contains(QStringLiteral("api good")));
    QCOMPARE(server.requests().size(), before + 1);
    QCOMPARE(server.requests().last().line, QByteArray("HEAD / HTTP/1.1"));
    QVERIFY(server.requests().last().header("Authorization").isEmpty());
}

void TestAgentChain::browserThatIsNone_isTold()
{
    begin();
    listen();
    qputenv("BROWSER", "/nowhere/browser");
    const QStringList none = links("doctor");
    qputenv("BROWSER", "/nowhere/browser:true %s");
    const QStringList second = links("doctor");
    qunsetenv("BROWSER");
    QVERIFY2(none.contains(QStringLiteral("browser bad")), qPrintable(none.join(u", ")));
    QVERIFY2(second.contains(QStringLiteral("browser good")), qPrintable(second.join(u", ")));
}

void TestAgentChain::fifthAtOnce_isToldToComeLater()
{
    begin();
    QVERIFY(signIn());
    listen();
    store->hold();
    std::vector<std::unique_ptr<Caller>> callers;
    for (int i = 0; i < 4; ++i)
        callers.push_back(m_agent->call("doctor"));
    VERIFY_UNTIL(store->held() == 4);
    const QJsonObject fifth = m_agent->ask("check");
    QCOMPARE(fifth[u"refusal"].toString(), QStringLiteral("try-later"));
    QVERIFY(!fifth[u"problem"].toString().isEmpty());
    store->release();
    for (const auto &caller : callers)
        QVERIFY(caller->answer()[u"ok"].toBool());
    QVERIFY(m_agent->ask("doctor")[u"ok"].toBool());
}

void TestAgentChain::doctorWithoutAccount_triesTheRest()
{
    begin();
    accounts().remove(QStringLiteral("work"));
    listen();
    const QStringList told = links("doctor");
    QVERIFY(told.contains(QStringLiteral("settings bad")) && told.contains(QStringLiteral("keychain good")));
    QCOMPARE(m_agent->ask("check")[u"refusal"].toString(), QStringLiteral("no-account"));
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestAgentChain)
#include "test_agentchain.moc"
