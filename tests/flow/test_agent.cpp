// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentclient.h"
#include "agent/agentserver.h"
#include "agent/peer.h"
#include "desktop/process.h"
#include "harness/heartbeat.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <future>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace framekey::test
{

using namespace std::chrono_literals;

/// The local socket: who is heard, how much of what they say, and the folder it lies in.
class TestAgent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void socketAndFolderAreThisUsersAlone();
    void folderOfOthersIsRefused_data();
    void folderOfOthersIsRefused();
    void orderArrives();
    void requestThatIsNoneIsRefused_data();
    void requestThatIsNoneIsRefused();
    void oversizedRequestIsCutOff();
    void partialRequestIsCutOffAfterFiveSeconds();
    void manySilentConnectionsAreBounded();
    void leftOverSocketIsReplaced();
    void lossOfTheFolderIsNoticed();
    void otherUserIsNotHeardWhateverTheModes();

private:
    [[nodiscard]] QString runtime() const { return m_folder->path() + u"/framekey"; }
    [[nodiscard]] QString path() const { return runtime() + u"/agent"; }
    [[nodiscard]] static uint modeOf(const QString &file)
    {
        struct stat status{};
        return ::lstat(QFile::encodeName(file).constData(), &status) == 0 ? status.st_mode & 07777U : 0U;
    }
    /// What is answered to these bytes until the connection is closed.
    QByteArray answerTo(const QByteArray &request, std::chrono::milliseconds limit = 10s);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AgentServer> m_server;
};

void TestAgent::init()
{
    Heartbeat::ofThisThread().reset();
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_RUNTIME_DIR", m_folder->path().toLocal8Bit());
    ::umask(0022);
    QString reason;
    QCOMPARE(runtimeFolder(QStringLiteral("framekey"), reason), runtime());
    m_server = std::make_unique<AgentServer>();
    QVERIFY(m_server->listen(path()));
}

void TestAgent::cleanup()
{
    m_server.reset();
    m_folder.reset();
    QCOMPARE_LE(Heartbeat::ofThisThread().longestStall(), 100ms);
}

QByteArray TestAgent::answerTo(const QByteArray &request, std::chrono::milliseconds limit)
{
    QLocalSocket socket;
    QByteArray answer;
    connect(&socket, &QLocalSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
    socket.connectToServer(path());
    socket.write(request);
    if (!until([&] { return socket.state() == QLocalSocket::UnconnectedState; }, limit))
        answer += "(still open)";
    return answer;
}

void TestAgent::socketAndFolderAreThisUsersAlone()
{
    QCOMPARE(modeOf(runtime()), 0700U);
    QCOMPARE(modeOf(path()), 0600U);
}

void TestAgent::folderOfOthersIsRefused_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("read by all") << 0755;
    QTest::newRow("written by all") << 0777;
    QTest::newRow("of the group") << 0750;
    QTest::newRow("a link") << -1;
}

void TestAgent::folderOfOthersIsRefused()
{
    QFETCH(int, mode);
    const QString folder = m_folder->path() + u"/other";
    const QByteArray name = QFile::encodeName(folder);
    if (mode < 0)
        QCOMPARE(::symlink(QFile::encodeName(runtime()).constData(), name.constData()), 0);
    else
        QVERIFY(::mkdir(name.constData(), 0700) == 0 && ::chmod(name.constData(), uint(mode)) == 0);
    QString reason;
    QVERIFY(runtimeFolder(QStringLiteral("other"), reason).isEmpty());
    QVERIFY(reason.contains(folder));
}

void TestAgent::orderArrives()
{
    QList<AgentRequest> orders;
    connect(m_server.get(), &AgentServer::requested, this,
            [&orders](const AgentRequest &request) { orders.append(request); });
    auto sent = std::async(std::launch::async, [this] {
        return sendToRunning(path(), {.activationToken = "token", .envFile = QStringLiteral("/a/.env")});
    });
    VERIFY_UNTIL(sent.wait_for(0s) == std::future_status::ready);
    QVERIFY(sent.get());
    QCOMPARE(orders.size(), 1);
    QCOMPARE(orders[0].activationToken, QByteArray("token"));
    QCOMPARE(orders[0].envFile, QStringLiteral("/a/.env"));
}

void TestAgent::requestThatIsNoneIsRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("empty line") << QByteArray("\n");
    QTest::newRow("no JSON") << QByteArray("show\n");
    QTest::newRow("unknown order") << QByteArray("{\"version\":1,\"order\":\"dump\"}\n");
    QTest::newRow("token is no order") << QByteArray("{\"version\":1,\"order\":\"refresh-token\"}\n");
    QTest::newRow("later version") << QByteArray("{\"version\":2,\"order\":\"show\"}\n");
    QTest::newRow("order twice") << QByteArray("{\"version\":1,\"order\":\"show\",\"order\":\"show\"}\n");
    QTest::newRow("carriage return") << QByteArray("{\"version\":1,\"order\":\"show\"}\r\n");
}

void TestAgent::requestThatIsNoneIsRefused()
{
    QFETCH(QByteArray, request);
    QSignalSpy orders(m_server.get(), &AgentServer::requested);
    QCOMPARE(answerTo(request), QByteArray(agentRefused));
    QCOMPARE(orders.size(), 0);
}

void TestAgent::oversizedRequestIsCutOff()
{
    QSignalSpy orders(m_server.get(), &AgentServer::requested);
    QCOMPARE(answerTo(QByteArray(1'000'000, 'a')), QByteArray());
    QCOMPARE(orders.size(), 0);
    QCOMPARE(answerTo(formatAgentRequest({})), QByteArray(agentDone));
}

void TestAgent::partialRequestIsCutOffAfterFiveSeconds()
{
    QElapsedTimer open;
    open.start();
    QCOMPARE(answerTo("{\"version\":1"), QByteArray());
    QCOMPARE_GE(open.elapsed(), 4500);
    QCOMPARE_LE(open.elapsed(), 6500);
}

void TestAgent::manySilentConnectionsAreBounded()
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
    QCOMPARE(answerTo(formatAgentRequest({})), QByteArray(agentDone));
}

void TestAgent::leftOverSocketIsReplaced()
{
    m_server.reset();
    QFile left(path());
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    m_server = std::make_unique<AgentServer>();
    QVERIFY(m_server->listen(path()));
    QCOMPARE(modeOf(path()), 0600U);
    QCOMPARE(answerTo(formatAgentRequest({})), QByteArray(agentDone));
}

void TestAgent::lossOfTheFolderIsNoticed()
{
    QSignalSpy lost(m_server.get(), &AgentServer::lost);
    QVERIFY(QDir(runtime()).removeRecursively());
    VERIFY_UNTIL(!lost.isEmpty());
}

void TestAgent::otherUserIsNotHeardWhateverTheModes()
{
    QSignalSpy orders(m_server.get(), &AgentServer::requested);
    for (const QString &file : {m_folder->path(), runtime(), path()})
        QCOMPARE(::chmod(QFile::encodeName(file).constData(), 0777), 0);
    // Only root can become someone else; anyone else is heard, as the user that they are.
    const bool other = ::getuid() == 0;
    const QByteArray name = QFile::encodeName(path());
    const pid_t child = ::fork();
    if (child == 0) {
        if (other && ::setuid(65534) != 0)
            ::_exit(2);
        ::execlp("python3", "python3", "-c",
                 "import socket, sys\n"
                 "s = socket.socket(socket.AF_UNIX)\n"
                 "s.connect(sys.argv[1])\n"
                 "try:\n"
                 "    s.sendall(b'{\"version\":1,\"order\":\"show\"}\\n')\n"
                 "    sys.exit(len(s.recv(100)) > 0)\n"
                 "except (BrokenPipeError, ConnectionResetError):\n"
                 "    sys.exit(0)\n",
                 name.constData(), nullptr);
        ::_exit(3);
    }
    int status = 0;
    VERIFY_UNTIL(::waitpid(child, &status, WNOHANG) == child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), other ? 0 : 1);
    QCOMPARE(orders.size(), other ? 0 : 1);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestAgent)
#include "test_agent.moc"
