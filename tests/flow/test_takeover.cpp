// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentclient.h"
#include "agent/agentserver.h"
#include "desktop/process.h"
#include "harness/apphome.h"
#include "harness/heartbeat.h"

#include <QTest>

#include <algorithm>
#include <vector>

namespace framekey::test
{

using namespace std::chrono_literals;
using Display = AppHome::Display;
using Order = AgentRequest::Order;
using Process = AppHome::Process;
using Refusal = AgentAnswer::Refusal;

/// The real framekey-app where one runs already without a display, and a start with one takes over.
class TestTakeOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<AppHome>(); }
    void cleanup();
    void startWithADisplayTakesOver_data();
    void startWithADisplayTakesOver();
    void ownerWithAWindowStays();
    void startWithoutADisplayLeavesTheOther();
    void fiveStartsTakeOverAsOneProgram();
    void busyOwnerIsWaitedFor();
    void signInInMemoryIsAskedAbout();
    void ownerThatIsQuittingIsWaitedFor();
    void backgroundStartAsksNothing();

private:
    [[nodiscard]] Process startOwnerWithoutDisplay() const;
    [[nodiscard]] std::optional<AgentAnswer> ask(Order order) const;
    [[nodiscard]] bool answers() const { return ask(Order::Show).has_value(); }
    /// Of the owner, which is asked to show it.
    [[nodiscard]] bool hasWindow() const
    {
        const auto answer = ask(Order::Show);
        return answer && answer->isDone();
    }
    /// The test itself is the owner, and answers so.
    void own(const std::function<AgentAnswer()> &answer);

    std::unique_ptr<AppHome> m_home;
    QList<AgentRequest> m_orders;
    std::unique_ptr<InstanceLock> m_lock;
    std::unique_ptr<AgentServer> m_server;
};

void TestTakeOver::cleanup()
{
    m_server.reset();
    m_lock.reset();
    m_orders.clear();
    m_home.reset();
}

Process TestTakeOver::startOwnerWithoutDisplay() const
{
    Process owner = m_home->start({QStringLiteral("--background")}, Display::None);
    until([this] { return answers(); });
    return owner;
}

std::optional<AgentAnswer> TestTakeOver::ask(Order order) const
{
    AgentRequest request;
    request.order = order;
    return askRunning(m_home->socket(), request);
}

void TestTakeOver::own(const std::function<AgentAnswer()> &answer)
{
    qputenv("XDG_RUNTIME_DIR", m_home->runtime().toLocal8Bit());
    QString reason;
    const QString folder = runtimeFolder(QStringLiteral("framekey"), reason);
    m_lock = std::make_unique<InstanceLock>();
    QVERIFY(m_lock->take(folder + u"/lock"));
    m_server = std::make_unique<AgentServer>([this, answer](const AgentCallPtr &call) {
        m_orders.append(call->request());
        call->answer(answer());
    });
    QVERIFY(m_server->listen(m_home->socket()));
}

void TestTakeOver::startWithADisplayTakesOver_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("with its window") << QStringList();
    QTest::newRow("in the background") << QStringList(QStringLiteral("--background"));
}

void TestTakeOver::startWithADisplayTakesOver()
{
    QFETCH(QStringList, arguments);
    const Process first = startOwnerWithoutDisplay();
    QCOMPARE(ask(Order::Show).value().refusal, Refusal::NoWindow);
    const Process second = m_home->start(arguments);
    VERIFY_UNTIL(AppHome::hasEnded(first));
    QCOMPARE(first->exitStatus(), QProcess::NormalExit);
    QCOMPARE(first->exitCode(), 0);
    VERIFY_UNTIL(hasWindow());
    QVERIFY(!AppHome::hasEnded(second));
    QVERIFY(AppHome::end(second));
    QCOMPARE(second->exitCode(), 0);
}

void TestTakeOver::ownerWithAWindowStays()
{
    const Process first = m_home->start();
    VERIFY_UNTIL(answers());
    QCOMPARE(ask(Order::TakeOver).value().refusal, Refusal::HasWindow);
    const Process second = m_home->start();
    VERIFY_UNTIL(AppHome::hasEnded(second));
    QCOMPARE(second->exitCode(), 0);
    pass(200ms);
    QVERIFY(!AppHome::hasEnded(first));
    QVERIFY(AppHome::end(first));
}

void TestTakeOver::startWithoutADisplayLeavesTheOther()
{
    const Process first = startOwnerWithoutDisplay();
    const Process second = m_home->start({QStringLiteral("--background")}, Display::None);
    VERIFY_UNTIL(AppHome::hasEnded(second));
    QCOMPARE(second->exitCode(), 0);
    QVERIFY(!AppHome::hasEnded(first));
    QVERIFY(AppHome::end(first));
}

void TestTakeOver::fiveStartsTakeOverAsOneProgram()
{
    const Process first = startOwnerWithoutDisplay();
    std::vector<Process> starts;
    for (int i = 0; i < 5; ++i)
        starts.push_back(m_home->start());
    const auto ended = [&starts] { return std::ranges::count_if(starts, AppHome::hasEnded); };
    QVERIFY(until([&ended] { return ended() == 4; }, 20s));
    QVERIFY(AppHome::hasEnded(first));
    pass(200ms);
    QVERIFY(hasWindow());
    for (const Process &process : starts) {
        if (!AppHome::hasEnded(process))
            QVERIFY(AppHome::end(process));
        QCOMPARE(process->exitCode(), 0);
    }
}

void TestTakeOver::busyOwnerIsWaitedFor()
{
    bool busy = true;
    own([&busy] { return busy ? AgentAnswer{.refusal = Refusal::Busy} : AgentAnswer{}; });
    const Process second = m_home->start();
    // Longer than it waits for one that says nothing.
    pass(5s);
    QVERIFY(!AppHome::hasEnded(second));
    QVERIFY(std::ranges::all_of(m_orders, [](const auto &each) { return each.order == Order::TakeOver; }));
    busy = false;
    m_orders.clear();
    VERIFY_UNTIL(!m_orders.isEmpty());
    m_server.reset();
    m_lock.reset();
    VERIFY_UNTIL(hasWindow());
    QVERIFY(AppHome::end(second));
}

void TestTakeOver::signInInMemoryIsAskedAbout()
{
    own([] { return AgentAnswer{.refusal = Refusal::MemoryOnly}; });
    const Process second = m_home->start();
    VERIFY_UNTIL(!m_orders.isEmpty());
    // It waits for the person's answer and asks nothing more.
    pass(1s);
    QVERIFY(!AppHome::hasEnded(second));
    QCOMPARE(m_orders.size(), 1);
    QVERIFY(!m_orders[0].endsMemory);
    ::kill(static_cast<pid_t>(second->processId()), SIGTERM);
    VERIFY_UNTIL(AppHome::hasEnded(second));
}

void TestTakeOver::ownerThatIsQuittingIsWaitedFor()
{
    // It has a window of its own, and nothing is to be had of it any more.
    own([this] {
        const bool show = m_orders.last().order == Order::Show;
        return AgentAnswer{.refusal = show ? Refusal::Busy : Refusal::HasWindow};
    });
    const Process second = m_home->start();
    pass(5s);
    QVERIFY(!AppHome::hasEnded(second));
    m_server.reset();
    m_lock.reset();
    VERIFY_UNTIL(hasWindow());
    QVERIFY(AppHome::end(second));
}

void TestTakeOver::backgroundStartAsksNothing()
{
    own([] { return AgentAnswer{.refusal = Refusal::MemoryOnly}; });
    const Process second = m_home->start({QStringLiteral("--background")});
    VERIFY_UNTIL(AppHome::hasEnded(second));
    QCOMPARE(second->exitCode(), 0);
    QCOMPARE(m_orders.size(), 1);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestTakeOver)
#include "test_takeover.moc"
