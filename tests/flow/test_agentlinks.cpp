// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/agentprogram.h"
#include "harness/certificate.h"
#include "harness/flowtest.h"

#include "fakeschemeregistration.h"
#include "scriptedserver.h"

#include <QJsonArray>
#include <QTcpServer>

namespace framekey::test
{

using namespace std::chrono_literals;

/// `doctor` on what accounts can be besides the usual: every kind of redirect, and links that are half well.
class TestAgentLinks : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { FlowTest::init(); }
    void cleanup()
    {
        m_agent.reset();
        FlowTest::cleanup();
    }
    void redirect_isTriedByItsKind_data();
    void redirect_isTriedByItsKind();
    void certificate_isRead_data();
    void certificate_isRead();
    void scheme_isAskedAbout_data();
    void scheme_isAskedAbout();
    void settingsThatAreWrong_areTheFirstLink();
    void clientSecretThatIsMissing_isTold();
    void signInInMemory_isWarnedOf();
    void signInThatCannotBeRenewed_lastsAsLongAsItsToken();
    void signInThatCannotBegin_isRefused();
    void lockedKeychain_beginsNoSignIn();
    void portOfOurOwnSignIn_isFree();
    void clockThatIsNotTold_isWarnedOf();
    void accountThatIsNone_isSaidByEveryOrder();

private:
    void listen(SchemeRegistration *schemes = nullptr)
    {
        m_agent = std::make_unique<AgentProgram>(accounts(), clock, *store, true, schemes);
    }
    /// "good" of the link of this name; empty: it is not told.
    QString stateOf(const QString &link, const QByteArray &order = "doctor", const QByteArray &more = {});

    std::unique_ptr<AgentProgram> m_agent;
};

QString TestAgentLinks::stateOf(const QString &link, const QByteArray &order, const QByteArray &more)
{
    const QJsonArray links = m_agent->ask(order, more)[u"links"].toArray();
    for (const auto &told : links) {
        if (told[u"name"].toString() == link)
            return told[u"says"].toString().isEmpty() ? QStringLiteral("nothing is said")
                                                      : told[u"state"].toString();
    }
    return {};
}

void TestAgentLinks::redirect_isTriedByItsKind_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("state");
    QTest::newRow("any port") << QStringLiteral("http://127.0.0.1:0/callback") << QStringLiteral("good");
    QTest::newRow("to be pasted") << QStringLiteral("https://studio.example/callback")
                                  << QStringLiteral("good");
    QTest::newRow("a scheme, and nobody to ask") << QStringLiteral("adobe+abc://callback/abc") << QString();
    QTest::newRow("https without a certificate")
        << QStringLiteral("https://localhost:0/callback") << QStringLiteral("bad");
}

void TestAgentLinks::redirect_isTriedByItsKind()
{
    QFETCH(QString, address);
    AccountSettings settings = account();
    settings.redirectUri = address;
    begin(settings);
    listen();
    QTEST(stateOf(QStringLiteral("redirect")), "state");
}

void TestAgentLinks::certificate_isRead_data()
{
    QTest::addColumn<bool>("over");
    QTest::addColumn<QString>("state");
    QTest::newRow("ends soon") << false << QStringLiteral("warn");
    QTest::newRow("expired") << true << QStringLiteral("bad");
}

void TestAgentLinks::certificate_isRead()
{
    QFETCH(bool, over);
    const Certificate certificate(QStringLiteral("DNS:localhost"),
                                  over ? Certificate::Validity::Over : Certificate::Validity::Now);
    clock.jumpWall(std::chrono::milliseconds(clock.nowUtc().msecsTo(QDateTime::currentDateTimeUtc())));
    AccountSettings settings = account();
    settings.redirectUri = QStringLiteral("https://localhost:0/callback");
    settings.redirectCertificate = certificate.files();
    begin(settings);
    listen();
    QTEST(stateOf(QStringLiteral("redirect")), "state");
}

void TestAgentLinks::scheme_isAskedAbout_data()
{
    QTest::addColumn<HandOver>("handOver");
    QTest::addColumn<QString>("state");
    QTest::newRow("ready") << HandOver::Ready << QStringLiteral("good");
    QTest::newRow("another program's") << HandOver::AnotherProgram << QStringLiteral("warn");
}

void TestAgentLinks::scheme_isAskedAbout()
{
    QFETCH(HandOver, handOver);
    FakeSchemeRegistration schemes;
    schemes.setState(handOver);
    AccountSettings settings = account();
    settings.redirectUri = QStringLiteral("adobe+abc://callback/abc");
    begin(settings);
    listen(&schemes);
    QTEST(stateOf(QStringLiteral("redirect")), "state");
    QCOMPARE(schemes.asked(), QStringList{QStringLiteral("adobe+abc")});
}

void TestAgentLinks::settingsThatAreWrong_areTheFirstLink()
{
    AccountSettings settings = account();
    settings.redirectUri = QStringLiteral("no address");
    begin(settings);
    listen();
    QCOMPARE(stateOf(QStringLiteral("settings")), QStringLiteral("bad"));
    QCOMPARE(stateOf(QStringLiteral("redirect")), QString());
    QCOMPARE(stateOf(QStringLiteral("network")), QString());
}

void TestAgentLinks::clientSecretThatIsMissing_isTold()
{
    begin(confidentialAccount());
    listen();
    QCOMPARE(stateOf(QStringLiteral("client-secret")), QStringLiteral("bad"));
}

void TestAgentLinks::signInInMemory_isWarnedOf()
{
    begin();
    store->fail(MemoryTokenStore::Operation::Write);
    QVERIFY(signIn());
    listen();
    QCOMPARE(snapshot().storage, SessionSnapshot::Storage::Memory);
    QCOMPARE(stateOf(QStringLiteral("keychain")), QStringLiteral("warn"));
}

void TestAgentLinks::signInThatCannotBeRenewed_lastsAsLongAsItsToken()
{
    startPractice({QStringLiteral("--fault"), QStringLiteral("norefresh")});
    begin();
    QVERIFY(signIn());
    listen();
    QCOMPARE(stateOf(QStringLiteral("renewal")), QStringLiteral("warn"));
    QCOMPARE(stateOf(QStringLiteral("lasting"), "check", number("seconds", 7200)), QStringLiteral("bad"));
    QCOMPARE(stateOf(QStringLiteral("lasting"), "check", number("seconds", 60)), QStringLiteral("warn"));
}

void TestAgentLinks::signInThatCannotBegin_isRefused()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    AccountSettings settings = account();
    settings.redirectUri = QStringLiteral("http://127.0.0.1:%1/callback").arg(other.serverPort());
    begin(settings);
    listen();
    QCOMPARE(m_agent->ask("sign-in", no("browser"))[u"refusal"].toString(), QStringLiteral("failed"));
    QCOMPARE(m_agent->ask("await")[u"refusal"].toString(), QStringLiteral("failed"));
    QCOMPARE(m_agent->ask("refresh")[u"refusal"].toString(), QStringLiteral("sign-in-needed"));
}

void TestAgentLinks::lockedKeychain_beginsNoSignIn()
{
    store->fail(MemoryTokenStore::Operation::Read, Failure::Detail::KeychainLocked);
    begin();
    VERIFY_UNTIL(state() == State::KeychainLocked);
    listen();
    QCOMPARE(m_agent->ask("sign-in", no("browser"))[u"refusal"].toString(), QStringLiteral("keychain"));
    QVERIFY(person->opened().isEmpty());
}

void TestAgentLinks::portOfOurOwnSignIn_isFree()
{
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress(QHostAddress::LocalHost)));
    AccountSettings settings = account();
    settings.redirectUri = QStringLiteral("http://127.0.0.1:%1/callback").arg(free.serverPort());
    free.close();
    begin(settings);
    listen();
    QVERIFY(m_agent->ask("sign-in", no("browser"))[u"pending"].toBool());
    QCOMPARE(stateOf(QStringLiteral("redirect")), QStringLiteral("good"));
}

void TestAgentLinks::clockThatIsNotTold_isWarnedOf()
{
    ScriptedServer server;
    server.answer(404, {}, "Date: some time today\r\n");
    AccountSettings settings = account();
    settings.endpoints.authorization = server.url(QStringLiteral("/authorize"));
    begin(settings);
    listen();
    QCOMPARE(stateOf(QStringLiteral("clock")), QStringLiteral("warn"));
}

void TestAgentLinks::accountThatIsNone_isSaidByEveryOrder()
{
    begin();
    listen();
    for (const QByteArray order : {"token", "refresh", "sign-in", "sign-out", "await", "paste", "cancel",
                                   "check", "doctor", "remove", "default", "rename"}) {
        const QJsonObject answer = m_agent->ask(order, text("account", "nobody") + text("name", "x"));
        QVERIFY2(answer[u"refusal"].toString() == u"no-account", order.constData());
        QVERIFY2(answer[u"problem"].toString().contains(u"nobody"), order.constData());
    }
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestAgentLinks)
#include "test_agentlinks.moc"
