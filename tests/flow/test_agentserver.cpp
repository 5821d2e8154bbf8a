// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentclient.h"
#include "agent/agentserver.h"
#include "agent/peer.h"
#include "harness/heartbeat.h"

#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <QElapsedTimer>

#include <algorithm>
#include <future>
#include <sys/socket.h>
#include <unistd.h>

namespace framekey::test
{

using namespace std::chrono_literals;

/// The agent's server under load: answers that come later, callers that go, and too many of them.
class TestAgentServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answerMayComeLater();
    void callerThatLeavesIsTold();
    void callLetGoOfIsAnswered();
    void orderIsGivenOncePerConnection();
    void manySilentConnectionsAreBounded();
    void ownCommandIsServedAmongTwoHundredSilentOnes();
    void tooManyWaitingAreToldToComeLater();
    void exhaustedDescriptorsAreSurvived();
    void longestAnswerComesWholeToALateReader();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("agent")); }
    /// What is answered to the plainest request until the connection is closed.
    QByteArray plainAnswer();

    std::unique_ptr<QTemporaryDir> m_folder;
    bool m_answersLater = false;
    qsizetype m_orders = 0;
    std::vector<AgentCallPtr> m_calls;
    std::unique_ptr<AgentServer> m_server;
};

void TestAgentServer::init()
{
    Heartbeat::ofThisThread().reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_answersLater = false;
    m_orders = 0;
    m_calls.clear();
    m_server = std::make_unique<AgentServer>([this](const AgentCallPtr &call) {
        ++m_orders;
        if (m_answersLater)
            m_calls.push_back(call);
        else
            call->answer({});
    });
    QVERIFY(m_server->listen(path()));
}

void TestAgentServer::cleanup()
{
    m_server.reset();
    m_folder.reset();
    QCOMPARE_LE(Heartbeat::ofThisThread().longestStall(), 100ms);
}

QByteArray TestAgentServer::plainAnswer()
{
    QLocalSocket socket;
    socket.connectToServer(path());
    socket.write(formatAgentRequest({}));
    const bool ended = until([&] { return socket.state() == QLocalSocket::UnconnectedState; }, 2s);
    return socket.readAll() + (ended ? "" : "(still open)");
}

void TestAgentServer::answerMayComeLater()
{
    m_answersLater = true;
    QLocalSocket caller;
    caller.connectToServer(path());
    caller.write(formatAgentRequest({}));
    VERIFY_UNTIL(m_calls.size() == 1);
    pass(6s); // longer than a request may take to come
    QCOMPARE(caller.state(), QLocalSocket::ConnectedState);
    m_calls[0]->answer({.refusal = AgentAnswer::Refusal::TryLater});
    m_calls[0]->answer({}); // the first one counts
    VERIFY_UNTIL(caller.state() == QLocalSocket::UnconnectedState);
    QCOMPARE(parseAgentAnswer(caller.readAll().chopped(1)).value().refusal, AgentAnswer::Refusal::TryLater);
}

void TestAgentServer::callerThatLeavesIsTold()
{
    m_answersLater = true;
    QLocalSocket caller;
    caller.connectToServer(path());
    caller.write(formatAgentRequest({}));
    VERIFY_UNTIL(m_calls.size() == 1);
    int left = 0;
    m_calls[0]->whenLeft([&left] { ++left; });
    caller.abort();
    VERIFY_UNTIL(left == 1);
    QVERIFY(!m_calls[0]->isOpen());
    m_calls[0]->answer({});
    m_calls.clear();
    QCOMPARE(left, 1);
}

void TestAgentServer::callLetGoOfIsAnswered()
{
    m_answersLater = true;
    auto answer = std::async(std::launch::async, [this] { return askRunning(path(), {}); });
    VERIFY_UNTIL(m_calls.size() == 1);
    m_calls.clear();
    QCOMPARE(answer.get().value().refusal, AgentAnswer::Refusal::Failed);
}

void TestAgentServer::orderIsGivenOncePerConnection()
{
    m_answersLater = true;
    QLocalSocket caller;
    caller.connectToServer(path());
    caller.write(formatAgentRequest({}) + formatAgentRequest({}));
    VERIFY_UNTIL(m_calls.size() == 1);
    caller.write(formatAgentRequest({}));
    pass(50ms);
    QCOMPARE(m_orders, 1);
    // Nor is it listened to for ever.
    caller.write(QByteArray(100'000, 'a'));
    VERIFY_UNTIL(caller.state() == QLocalSocket::UnconnectedState);
    QVERIFY(!m_calls[0]->isOpen());
}

void TestAgentServer::manySilentConnectionsAreBounded()
{
    std::vector<std::unique_ptr<QLocalSocket>> silent;
    const auto open = [&silent] {
        return std::ranges::count_if(
            silent, [](const auto &socket) { return socket->state() == QLocalSocket::ConnectedState; });
    };
    for (int i = 0; i < 100; ++i) {
        silent.push_back(std::make_unique<QLocalSocket>());
        silent.back()->connectToServer(path());
        pass(1ms);
    }
    pass(100ms);
    QCOMPARE_LE(open(), 64);
    QCOMPARE_GE(open(), 32);
    silent.clear();
    pass(20ms);
    QCOMPARE(plainAnswer(), formatAgentAnswer({}).reveal());
}

void TestAgentServer::ownCommandIsServedAmongTwoHundredSilentOnes()
{
    std::vector<std::unique_ptr<QLocalSocket>> silent;
    const auto addSilent = [&] {
        silent.push_back(std::make_unique<QLocalSocket>());
        silent.back()->connectToServer(path());
        silent.back()->write("{");
    };
    std::vector<qint64> took;
    for (int i = 0; i < 200; ++i) {
        addSilent();
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(plainAnswer(), formatAgentAnswer({}).reveal());
        took.push_back(timer.elapsed());
    }
    std::ranges::sort(took);
    QCOMPARE_LE(took[190], 50);
    const auto open = std::ranges::count_if(
        silent, [](const auto &socket) { return socket->state() == QLocalSocket::ConnectedState; });
    QCOMPARE_LE(open, AgentServer::mostSilent);
    QCOMPARE_GE(open, AgentServer::mostSilent - 1); // the command itself may have been one for a moment
}

void TestAgentServer::tooManyWaitingAreToldToComeLater()
{
    m_answersLater = true;
    std::vector<std::unique_ptr<QLocalSocket>> callers;
    for (int i = 0; i <= AgentServer::mostWaiting; ++i) {
        callers.push_back(std::make_unique<QLocalSocket>());
        callers.back()->connectToServer(path());
        callers.back()->write(formatAgentRequest({}));
        VERIFY_UNTIL(m_orders == std::min<qsizetype>(i + 1, AgentServer::mostWaiting));
    }
    VERIFY_UNTIL(callers.back()->state() == QLocalSocket::UnconnectedState);
    QCOMPARE(parseAgentAnswer(callers.back()->readAll().chopped(1)).value().refusal,
             AgentAnswer::Refusal::TryLater);
    // What is told to come later has not been done.
    QCOMPARE(m_orders, AgentServer::mostWaiting);
    QVERIFY(m_calls.front()->isOpen());
    m_calls.front()->answer({});
    m_answersLater = false;
    QCOMPARE(plainAnswer(), formatAgentAnswer({}).reveal());
}

void TestAgentServer::exhaustedDescriptorsAreSurvived()
{
    m_answersLater = true;
    auto waiting = std::make_unique<QLocalSocket>();
    waiting->connectToServer(path());
    waiting->write(formatAgentRequest({}));
    VERIFY_UNTIL(m_calls.size() == 1);
    m_answersLater = false;
    QLocalSocket caller;
    caller.connectToServer(path()); // in the kernel's queue: nobody is listened to in between
    caller.write(formatAgentRequest({}));
    std::vector<int> taken;
    for (int one = ::dup(0); one >= 0; one = ::dup(0))
        taken.push_back(one);
    pass(600ms);
    QCOMPARE(m_orders, 1);
    for (const int one : taken)
        ::close(one);
    VERIFY_UNTIL(caller.state() == QLocalSocket::UnconnectedState);
    QCOMPARE(caller.readAll(), formatAgentAnswer({}).reveal());
}

void TestAgentServer::longestAnswerComesWholeToALateReader()
{
    LocalSocket listener;
    QVERIFY(listener.listen(m_folder->filePath(QStringLiteral("late"))));
    QLocalSocket reader;
    reader.connectToServer(m_folder->filePath(QStringLiteral("late")));
    LocalSocket answering;
    QCOMPARE(listener.accept(answering), LocalSocket::Accepting::Accepted);
    // As where the kernel was told to give little.
    const int little = 4096;
    QCOMPARE(::setsockopt(answering.descriptor(), SOL_SOCKET, SO_SNDBUF, &little, sizeof little), 0);
    answering.write(QByteArray(longestAgentAnswer, 'x'));
    answering.close();
    VERIFY_UNTIL(reader.state() == QLocalSocket::UnconnectedState);
    QCOMPARE(reader.readAll().size(), longestAgentAnswer);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestAgentServer)
#include "test_agentserver.moc"
