// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/practiceserver.h"
#include "harness/heartbeat.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace framekey::test
{

using namespace std::chrono_literals;

/// The practice server as the app's child: where it answers, and what follows where it does not.
class TestPracticeServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsItsPort();
    void takenPortIsAnotherOne();
    void missingProgramIsAFailureToldOnce_data();
    void missingProgramIsAFailureToldOnce();
    void silentOneIsGivenUp();
    void startAfterAFailureIsTriedAgain();
    void patienceBeginsAnewWithEachStart();
    void endOfARunningOneIsTold();

private:
    void make(const QString &program = PracticeServer::ownProgram(),
              std::chrono::milliseconds patience = 10s);
    /// A program of these shell lines in the server's place; $2 is the port it is asked for.
    QString script(const QByteArray &lines);
    [[nodiscard]] bool toldAfterStart();
    [[nodiscard]] bool answersAt(const QUrl &base) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PracticeServer> m_server;
    QList<QUrl> m_told;
};

void TestPracticeServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_told.clear();
}

void TestPracticeServer::cleanup()
{
    m_server.reset();
    m_folder.reset();
}

void TestPracticeServer::make(const QString &program, std::chrono::milliseconds patience)
{
    m_server.reset();
    m_server =
        std::make_unique<PracticeServer>(m_folder->filePath(QStringLiteral("practice")), program, patience);
    connect(m_server.get(), &PracticeServer::started, this,
            [this](const QUrl &base) { m_told.append(base); });
}

QString TestPracticeServer::script(const QByteArray &lines)
{
    QFile file(m_folder->filePath(QStringLiteral("server")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        qFatal("%s cannot be written", qPrintable(file.fileName()));
    file.write("#!/bin/sh\n" + lines);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

bool TestPracticeServer::toldAfterStart()
{
    m_told.clear();
    m_server->start();
    return until([this] { return !m_told.isEmpty(); });
}

bool TestPracticeServer::answersAt(const QUrl &base) const
{
    QTcpSocket socket;
    socket.connectToHost(base.host(), static_cast<quint16>(base.port()));
    return until([&socket] { return socket.state() == QTcpSocket::ConnectedState; }, 2s);
}

void TestPracticeServer::keepsItsPort()
{
    make();
    QVERIFY(toldAfterStart());
    const QUrl base = m_told.first();
    QVERIFY(answersAt(base));
    m_server->start();
    pass(100ms);
    QCOMPARE(m_told.size(), 1);
    make();
    QVERIFY(!answersAt(base));
    QVERIFY(toldAfterStart());
    QCOMPARE(m_told.first(), base);
}

void TestPracticeServer::takenPortIsAnotherOne()
{
    make();
    QVERIFY(toldAfterStart());
    const QUrl before = m_told.first();
    make();
    QTcpServer taking;
    QVERIFY(taking.listen(QHostAddress::LocalHost, static_cast<quint16>(before.port())));
    QVERIFY(toldAfterStart());
    QCOMPARE(m_told.size(), 1);
    QVERIFY(m_told.first().isValid());
    QVERIFY(m_told.first() != before);
    QVERIFY(answersAt(m_told.first()));
}

void TestPracticeServer::missingProgramIsAFailureToldOnce_data()
{
    QTest::addColumn<QByteArray>("port");
    QTest::newRow("never ran") << QByteArray();
    QTest::newRow("ran before") << QByteArray("7777");
}

void TestPracticeServer::missingProgramIsAFailureToldOnce()
{
    QFETCH(QByteArray, port);
    QDir(m_folder->path()).mkpath(QStringLiteral("practice"));
    QFile file(m_folder->filePath(QStringLiteral("practice/port")));
    QVERIFY(port.isEmpty() || (file.open(QIODevice::WriteOnly) && file.write(port) == port.size()));
    file.close();
    make(QStringLiteral("/nowhere/framekey-practice"));
    QVERIFY(toldAfterStart());
    pass(100ms);
    QCOMPARE(m_told, QList<QUrl>{QUrl()});
}

void TestPracticeServer::silentOneIsGivenUp()
{
    make(script("exec sleep 60\n"), 300ms);
    QVERIFY(toldAfterStart());
    pass(100ms);
    QCOMPARE(m_told, QList<QUrl>{QUrl()});
}

void TestPracticeServer::startAfterAFailureIsTriedAgain()
{
    make(script("exit 1\n"));
    QVERIFY(toldAfterStart());
    QCOMPARE(m_told, QList<QUrl>{QUrl()});
    script("echo http://127.0.0.1:7777\nexec cat\n");
    QVERIFY(toldAfterStart());
    QCOMPARE(m_told.first(), QUrl(QStringLiteral("http://127.0.0.1:7777")));
}

void TestPracticeServer::patienceBeginsAnewWithEachStart()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("practice")));
    QFile port(m_folder->filePath(QStringLiteral("practice/port")));
    QVERIFY(port.open(QIODevice::WriteOnly) && port.write("7777") == 4);
    port.close();
    // Most of the patience goes by before the first start fails; the second needs most of it again.
    make(script("if [ $2 = 7777 ]; then sleep 1.2; exit 1; fi\nsleep 1.2\necho http://127.0.0.1:7778\nexec "
                "cat\n"),
         2s);
    QVERIFY(toldAfterStart());
    QCOMPARE(m_told.first(), QUrl(QStringLiteral("http://127.0.0.1:7778")));
    // And once it answers, no patience ends it.
    pass(2200ms);
    QCOMPARE(m_told.size(), 1);
}

void TestPracticeServer::endOfARunningOneIsTold()
{
    make(script("echo http://127.0.0.1:7777\nsleep 0.3\n"));
    QVERIFY(toldAfterStart());
    VERIFY_UNTIL(m_told.size() == 2);
    QCOMPARE(m_told.last(), QUrl());
    QVERIFY(toldAfterStart());
    QVERIFY(m_told.first().isValid());
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestPracticeServer)
#include "test_practiceserver.moc"
