// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The lines that people copy, pasted into real shells: a `framekey` that only prints, a server that asks for
// the token, and a look at all processes while the line waits for its answer.
#include "ui/presentation/scriptlines.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace framekey;

namespace
{

const QByteArray token = QByteArrayLiteral("the-token-that-stands-nowhere-7f3a");

/// Where among all processes' arguments and environments the token stands.
QStringList leaks()
{
    QStringList found;
    for (const QString &process : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        for (const char *part : {"cmdline", "environ"}) {
            QFile file(QStringLiteral("/proc/%1/%2").arg(process, QLatin1StringView(part)));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(token))
                found += file.fileName();
        }
    }
    return found;
}

/// Answers one request after it has looked.
class Server : public QTcpServer
{
public:
    Server()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(*socket); });
        });
    }

    [[nodiscard]] QUrl api() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/v4").arg(serverPort()));
    }

    QByteArray request;
    QStringList leaksWhileItWaited;

private:
    void answer(QTcpSocket &socket)
    {
        request += socket.readAll();
        if (!request.contains("\r\n\r\n"))
            return;
        leaksWhileItWaited = leaks();
        const bool good =
            request.startsWith("GET /v4/me HTTP/1.1\r\n") &&
            request.toLower().contains(QByteArray("\r\nauthorization: bearer " + token + "\r\n"));
        socket.write(good ? "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nAna"
                          : "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno");
        socket.disconnectFromHost();
    }
};

} // namespace

class ScriptLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void line_runsAndHidesTheToken_data();
    void line_runsAndHidesTheToken();
    void look_findsATokenInAnArgument();
    void refusal_isNotHidden();

private:
    void writeCommand(const QByteArray &body);
    QProcess &run(const QString &shell, const QString &line);

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
};

void ScriptLinesTest::initTestCase()
{
    QFile kept(m_folder.filePath(QStringLiteral("token")));
    QVERIFY(kept.open(QIODevice::WriteOnly));
    QVERIFY(kept.write(token) == token.size());
}

/// The program `framekey`, first on the path. It keeps what it was called with.
void ScriptLinesTest::writeCommand(const QByteArray &body)
{
    const QString path = m_folder.filePath(QStringLiteral("framekey"));
    QFile command(path);
    QVERIFY(command.open(QIODevice::WriteOnly | QIODevice::Truncate));
    command.write("#!/bin/sh\ncd '" + m_folder.path().toUtf8() + "'\nprintf '%s\\n' \"$@\" > called\n" +
                  body);
    command.close();
    QVERIFY(command.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

QProcess &ScriptLinesTest::run(const QString &shell, const QString &line)
{
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"),
                       m_folder.path() + u':' + environment.value(QStringLiteral("PATH")));
    environment.insert(QStringLiteral("HOME"), m_folder.path());
    m_process->setProcessEnvironment(environment);
    m_process->start(shell, {});
    m_process->write(line.toUtf8() + '\n'); // as if it were pasted
    m_process->closeWriteChannel();
    return *m_process;
}

void ScriptLinesTest::line_runsAndHidesTheToken_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<int>("tool");
    QTest::addColumn<QString>("account");
    const QStringList accounts{QString(), QStringLiteral("work"),
                               QStringLiteral("Ben's \"night\" jobs \\n $HOME"),
                               QStringLiteral("Größe 東京 😀")};
    for (const QString &shell : {QStringLiteral("sh"), QStringLiteral("bash")}) {
        for (int tool = 0; tool < 3; ++tool) {
            for (const QString &account : accounts)
                QTest::addRow("%s, %d, %s", qPrintable(shell), tool, qPrintable(account))
                    << shell << tool << account;
        }
    }
}

void ScriptLinesTest::line_runsAndHidesTheToken()
{
    QFETCH(const QString, shell);
    QFETCH(const int, tool);
    QFETCH(const QString, account);
    writeCommand(
        "case \" $* \" in *' --header '*) printf 'Authorization: Bearer ';; esac\ncat token\necho\n");
    Server server;
    const ScriptLine line = scriptLines({.api = server.api(), .account = account}).at(tool);
    QVERIFY(!line.text.contains(QString::fromLatin1(token)));
    QProcess &process = run(shell, line.text);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0, errors.constData());
    QCOMPARE(process.readAllStandardOutput().trimmed(), QByteArrayLiteral("Ana"));
    QVERIFY2(server.leaksWhileItWaited.isEmpty(), qPrintable(server.leaksWhileItWaited.join(u' ')));
    QFile called(m_folder.filePath(QStringLiteral("called")));
    QVERIFY(called.open(QIODevice::ReadOnly));
    QStringList expected{QStringLiteral("token")};
    if (!account.isEmpty())
        expected += account;
    if (line.tool == ScriptLine::Tool::Curl)
        expected += QStringLiteral("--header");
    QCOMPARE(QString::fromUtf8(called.readAll()).trimmed(), expected.join(u'\n'));
}

void ScriptLinesTest::look_findsATokenInAnArgument()
{
    Server server;
    QProcess &process = run(QStringLiteral("sh"),
                            QStringLiteral("curl -s -H \"Authorization: Bearer $(cat '%1/token')\" %2/me")
                                .arg(m_folder.path(), server.api().toString()));
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(server.leaksWhileItWaited.size(), 1);
}

void ScriptLinesTest::refusal_isNotHidden()
{
    writeCommand("echo 'Sign in first: framekey login' >&2\nexit 4\n");
    for (int tool = 1; tool < 3; ++tool) { // curl's line is a pipe, whose end is curl's
        Server server;
        QProcess &process = run(QStringLiteral("sh"), scriptLines({.api = server.api()}).at(tool).text);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
        QVERIFY(process.exitCode() != 0);
        QVERIFY(process.readAllStandardError().contains("Sign in first"));
        QVERIFY(server.request.isEmpty());
    }
}

QTEST_GUILESS_MAIN(ScriptLinesTest)
#include "tst_scriptlines.moc"
