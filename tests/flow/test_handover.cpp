// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentclient.h"
#include "harness/apphome.h"
#include "harness/heartbeat.h"

#include <QTest>

namespace framekey::test
{

using Display = AppHome::Display;
using Process = AppHome::Process;

/// What a second framekey-app was asked for reaches the first, and what came of it comes back.
class TestHandOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<AppHome>(); }
    void cleanup() { m_home.reset(); }
    void envFileIsHandedOver_data();
    void envFileIsHandedOver();
    void faultyEnvFileIsSaidAndNoSuccess_data();
    void faultyEnvFileIsSaidAndNoSuccess();
    void practiceIsHandedOver();
    void environmentIsNotHandedOver();
    void environmentOfOneThatTakesOverIsRead();

private:
    [[nodiscard]] Process startFirst(Display display) const;
    /// Waits for its end, which is a failure that says so.
    void expectFailure(const Process &process, const char *said);

    std::unique_ptr<AppHome> m_home;
};

Process TestHandOver::startFirst(Display display) const
{
    Process first = m_home->start({QStringLiteral("--background")}, display);
    until([this] { return askRunning(m_home->socket(), {}).has_value(); });
    return first;
}

void TestHandOver::expectFailure(const Process &process, const char *said)
{
    VERIFY_UNTIL(AppHome::hasEnded(process));
    const QByteArray errors = process->readAllStandardError();
    QVERIFY2(errors.contains(said), errors);
    QCOMPARE(errors.count('\n'), 1);
    QCOMPARE(process->exitCode(), 1);
}

void TestHandOver::envFileIsHandedOver_data()
{
    QTest::addColumn<Display>("to");
    QTest::addColumn<Display>("from");
    QTest::addColumn<QStringList>("arguments");
    const QStringList background{QStringLiteral("--background")};
    QTest::newRow("to a window") << Display::Offscreen << Display::Offscreen << QStringList();
    QTest::newRow("to a window, in the background") << Display::Offscreen << Display::Offscreen << background;
    QTest::newRow("to one without") << Display::None << Display::None << background;
    // It would be taken over, and then nobody ran where the file is faulty.
    QTest::newRow("to one without, from one with") << Display::None << Display::Offscreen << background;
}

void TestHandOver::envFileIsHandedOver()
{
    QFETCH(Display, to);
    QFETCH(Display, from);
    QFETCH(QStringList, arguments);
    const Process first = startFirst(to);
    const QString file = m_home->write(QStringLiteral("my.env"), "CLIENT_ID=handed-over\n");
    const Process second = m_home->start(arguments + QStringList{QStringLiteral("--env-file"), file}, from);
    VERIFY_UNTIL(AppHome::hasEnded(second));
    QCOMPARE(second->exitCode(), 0);
    QCOMPARE(second->readAllStandardError(), QByteArray());
    QVERIFY(m_home->settings().contains("handed-over"));
    QVERIFY(!AppHome::hasEnded(first));
    QVERIFY(AppHome::end(first));
}

void TestHandOver::faultyEnvFileIsSaidAndNoSuccess_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("bad line") << QByteArray("CLIENT_ID=a\nsecret words\n") << QByteArray("Line 2");
    QTest::newRow("no client") << QByteArray("CLIENT_SECRET=hush\n") << QByteArray("CLIENT_ID is missing");
    QTest::newRow("address") << QByteArray("CLIENT_ID=a\nAPI_URL=http://as.example\n")
                             << QByteArray("API_URL: ");
}

void TestHandOver::faultyEnvFileIsSaidAndNoSuccess()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, said);
    const QString file = m_home->write(QStringLiteral("my.env"), content);
    for (const Display display : {Display::Offscreen, Display::None}) {
        const Process first = startFirst(display);
        expectFailure(
            m_home->start({QStringLiteral("--background"), QStringLiteral("--env-file"), file}, display),
            said);
        QVERIFY(!AppHome::hasEnded(first));
        QVERIFY(AppHome::end(first));
    }
    QVERIFY(!m_home->settings().contains("hush"));
    const Process first = startFirst(Display::Offscreen);
    expectFailure(m_home->start({QStringLiteral("--env-file"), QStringLiteral("/nowhere/.env")}),
                  "cannot be read");
    QVERIFY(AppHome::end(first));
}

void TestHandOver::practiceIsHandedOver()
{
    const Process first = startFirst(Display::Offscreen);
    const Process second = m_home->start({QStringLiteral("--practice")});
    VERIFY_UNTIL(AppHome::hasEnded(second));
    QCOMPARE(second->exitCode(), 0);
    QVERIFY(m_home->settings().contains("practice"));
    QVERIFY(AppHome::end(first));
}

void TestHandOver::environmentIsNotHandedOver()
{
    const Process first = startFirst(Display::Offscreen);
    m_home->setVariable(QStringLiteral("CLIENT_ID"), QStringLiteral("from-environment"));
    for (const QStringList &more : {QStringList(), QStringList{QStringLiteral("--background")}})
        expectFailure(m_home->start(QStringList{QStringLiteral("--from-env")} + more), "--env-file");
    QVERIFY(!m_home->settings().contains("from-environment"));
    QVERIFY(AppHome::end(first));
}

void TestHandOver::environmentOfOneThatTakesOverIsRead()
{
    const Process first = startFirst(Display::None);
    m_home->setVariable(QStringLiteral("CLIENT_ID"), QStringLiteral("from-environment"));
    const Process second = m_home->start({QStringLiteral("--from-env")});
    VERIFY_UNTIL(AppHome::hasEnded(first));
    VERIFY_UNTIL(m_home->settings().contains("from-environment"));
    QVERIFY(AppHome::end(second));
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestHandOver)
#include "test_handover.moc"
