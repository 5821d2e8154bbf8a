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

#include <QElapsedTimer>

#include <algorithm>
#include <future>
#include <sys/stat.h>
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
    void folderOfAnotherUserIsRefused();
    void orderArrivesAndIsAnswered();
    void requestThatIsNoneIsRefused_data();
    void requestThatIsNoneIsRefused();
    void oversizedRequestIsCutOff();
    void longestRequestIsHeard();
    void partialRequestIsCutOffAfterFiveSeconds();
    void drippingRequestIsCutOffAfterFiveSeconds();
    void anothersSocketIsLeftAtTheEnd();
    void leftOverSocketIsReplaced();
    void lossOfTheFolderIsNoticed();
    void otherUserIsNotHeardWhateverTheModes();
    void socketOfAnotherUserIsSentNothingAndBelievedNothing();

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

    /// `user`: the only one who is heard.
    void startServer(uint user = ownUser());
    /// The program's own way of asking; `user`: whose socket it has to be.
    std::optional<AgentAnswer> ask(const AgentRequest &request, uint user = ownUser());

    std::unique_ptr<QTemporaryDir> m_folder;
    QList<AgentRequest> m_orders;
    AgentAnswer m_answer;
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
    m_orders.clear();
    m_answer = {};
    startServer();
}

void TestAgent::startServer(uint user)
{
    m_server = std::make_unique<AgentServer>(
        [this](const AgentCallPtr &call) {
            m_orders.append(call->request());
            call->answer(m_answer);
        },
        user);
    QVERIFY(m_server->listen(path()));
}

std::optional<AgentAnswer> TestAgent::ask(const AgentRequest &request, uint user)
{
    auto asked = std::async(std::launch::async, [&] { return askRunning(path(), request, user); });
    until([&asked] { return asked.wait_for(0s) == std::future_status::ready; });
    return asked.get();
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

void TestAgent::folderOfAnotherUserIsRefused()
{
    // The one folder of another user's that is as closed as ours.
    QCOMPARE(modeOf(QStringLiteral("/root")), 0700U); // as Debian makes it
    QVERIFY(::getuid() != 0);
    qputenv("XDG_RUNTIME_DIR", "/root");
    QString reason;
    QVERIFY(runtimeFolder(QStringLiteral("framekey"), reason).isEmpty());
    QCOMPARE(reason, QStringLiteral("/root is not a folder of this user's alone"));
}

void TestAgent::orderArrivesAndIsAnswered()
{
    AgentRequest request;
    request.activationToken = "token";
    request.envFile = QStringLiteral("/a/.env");
    QVERIFY(ask(request).value().isDone());
    QCOMPARE(m_orders.size(), 1);
    QCOMPARE(m_orders[0].activationToken, request.activationToken);
    QCOMPARE(m_orders[0].envFile, request.envFile);
    m_answer = {.refusal = AgentAnswer::Refusal::Faulty, .problem = QStringLiteral("It has no client.")};
    const auto refusal = ask(request);
    QCOMPARE(refusal.value().refusal, AgentAnswer::Refusal::Faulty);
    QCOMPARE(refusal.value().problem, m_answer.problem);
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
    const AgentAnswer refusal{.refusal = AgentAnswer::Refusal::NotUnderstood};
    QCOMPARE(answerTo(request), formatAgentAnswer(refusal).reveal());
    QCOMPARE(m_orders.size(), 0);
}

void TestAgent::oversizedRequestIsCutOff()
{
    QCOMPARE(answerTo(QByteArray(1'000'000, 'a')), QByteArray());
    QCOMPARE(m_orders.size(), 0);
    QCOMPARE(answerTo(formatAgentRequest({})), formatAgentAnswer({}).reveal());
}

void TestAgent::longestRequestIsHeard()
{
    QByteArray longest = formatAgentRequest({}).chopped(1);
    longest += QByteArray(longestAgentRequest - longest.size(), ' ') + '\n';
    QCOMPARE(answerTo(longest), formatAgentAnswer({}).reveal());
    longest.insert(longest.size() - 1, ' ');
    QCOMPARE(answerTo(longest), QByteArray());
    QCOMPARE(m_orders.size(), 1);
}

void TestAgent::anothersSocketIsLeftAtTheEnd()
{
    QVERIFY(QFile::remove(path()));
    QFile another(path());
    QVERIFY(another.open(QIODevice::WriteOnly));
    another.write("another's");
    another.close();
    m_server.reset();
    QVERIFY(QFile::exists(path()));
}

void TestAgent::partialRequestIsCutOffAfterFiveSeconds()
{
    QElapsedTimer open;
    open.start();
    QCOMPARE(answerTo("{\"version\":1"), QByteArray());
    QCOMPARE_GE(open.elapsed(), 4500);
    QCOMPARE_LE(open.elapsed(), 6500);
}

void TestAgent::drippingRequestIsCutOffAfterFiveSeconds()
{
    QElapsedTimer open;
    open.start();
    QLocalSocket socket;
    socket.connectToServer(path());
    while (socket.state() == QLocalSocket::ConnectedState && open.elapsed() < 8000) {
        socket.write(" ");
        pass(200ms);
    }
    QCOMPARE_GE(open.elapsed(), 4500);
    QCOMPARE_LE(open.elapsed(), 6500);
    QVERIFY(m_orders.isEmpty());
}

void TestAgent::leftOverSocketIsReplaced()
{
    m_server.reset();
    QFile left(path());
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    startServer();
    QCOMPARE(modeOf(path()), 0600U);
    QCOMPARE(answerTo(formatAgentRequest({})), formatAgentAnswer({}).reveal());
}

void TestAgent::lossOfTheFolderIsNoticed()
{
    QSignalSpy lost(m_server.get(), &AgentServer::lost);
    QVERIFY(QDir(runtime()).removeRecursively());
    VERIFY_UNTIL(!lost.isEmpty());
}

void TestAgent::otherUserIsNotHeardWhateverTheModes()
{
    // Nobody here can become another user: the server is another's, and this user its stranger.
    startServer(ownUser() + 1);
    for (const QString &file : {m_folder->path(), runtime(), path()})
        QCOMPARE(::chmod(QFile::encodeName(file).constData(), 0777), 0);
    QCOMPARE(answerTo(formatAgentRequest({})), QByteArray());
    QVERIFY(!ask({}));
    QCOMPARE(m_orders.size(), 0);
}

void TestAgent::socketOfAnotherUserIsSentNothingAndBelievedNothing()
{
    QVERIFY(!ask({}, ownUser() + 1));
    pass(100ms);
    QCOMPARE(m_orders.size(), 0);
    QVERIFY(ask({}).value().isDone());
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestAgent)
#include "test_agent.moc"
