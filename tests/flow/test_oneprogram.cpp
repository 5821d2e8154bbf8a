// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentclient.h"
#include "harness/heartbeat.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <memory>
#include <sys/stat.h>
#include <vector>

namespace framekey::test
{

using namespace std::chrono_literals;

/// The real framekey-app as a process: one at a time, whatever happened to the one before, and its end.
class TestOneProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tenStartsAtOnceAreOneProgram();
    void terminationEndsItWell();
    void secondStartHandsOverAndEndsWell();
    void killedOneIsNotInTheWay();
    void removedFolderIsMadeAgain();
    void unsafeRuntimeFolderIsSaidAndStillOneProgram();

private:
    using Process = std::unique_ptr<QProcess>;
    Process start(const QStringList &arguments = {});
    [[nodiscard]] QString runtime() const { return m_folder->filePath(QStringLiteral("run")); }
    [[nodiscard]] QString socket() const { return runtime() + u"/framekey/agent"; }
    [[nodiscard]] bool answers() const { return sendToRunning(socket(), {}); }
    static bool hasEnded(const Process &process) { return process->state() == QProcess::NotRunning; }
    /// Ends it with this signal; true where it ended in time.
    static bool end(const Process &process, int signal = SIGTERM);
    [[nodiscard]] ino_t inode() const
    {
        struct stat status{};
        return ::lstat(QFile::encodeName(socket()).constData(), &status) == 0 ? status.st_ino : 0;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOneProgram::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const QString &name : {QStringLiteral("run"), QStringLiteral("home")}) {
        QVERIFY(QDir(m_folder->path()).mkdir(name));
        QFile::setPermissions(m_folder->filePath(name),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
}

void TestOneProgram::cleanup()
{
    m_folder.reset();
}

TestOneProgram::Process TestOneProgram::start(const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    const QString home = m_folder->filePath(QStringLiteral("home"));
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home + u"/config");
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home + u"/data");
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), runtime());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
    process->setProcessEnvironment(environment);
    process->start(QStringLiteral(FRAMEKEY_APP), arguments);
    if (!process->waitForStarted())
        qFatal("framekey-app did not start");
    return process;
}

bool TestOneProgram::end(const Process &process, int signal)
{
    ::kill(static_cast<pid_t>(process->processId()), signal);
    return until([&process] { return hasEnded(process); });
}

void TestOneProgram::tenStartsAtOnceAreOneProgram()
{
    std::vector<Process> starts;
    for (int i = 0; i < 10; ++i)
        starts.push_back(start());
    const auto ended = [&starts] { return std::ranges::count_if(starts, hasEnded); };
    QVERIFY(until([&] { return ended() == 9; }, 20s));
    const ino_t first = inode();
    QVERIFY(first != 0);
    QVERIFY(answers());
    pass(200ms);
    QCOMPARE(ended(), 9);
    QCOMPARE(inode(), first);
    for (const Process &process : starts) {
        if (!hasEnded(process))
            QVERIFY(end(process));
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 0);
    }
}

void TestOneProgram::terminationEndsItWell()
{
    for (const int signal : {SIGTERM, SIGINT}) {
        const Process process = start();
        VERIFY_UNTIL(answers());
        QVERIFY(end(process, signal));
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 0);
    }
}

void TestOneProgram::secondStartHandsOverAndEndsWell()
{
    const Process first = start();
    VERIFY_UNTIL(answers());
    for (const QStringList &arguments : {QStringList(), QStringList(QStringLiteral("--background"))}) {
        const Process second = start(arguments);
        VERIFY_UNTIL(hasEnded(second));
        QCOMPARE(second->exitCode(), 0);
        QVERIFY(!hasEnded(first));
    }
    QVERIFY(end(first));
}

void TestOneProgram::killedOneIsNotInTheWay()
{
    const Process first = start();
    VERIFY_UNTIL(answers());
    QVERIFY(end(first, SIGKILL));
    QVERIFY(QFileInfo::exists(socket()));
    QVERIFY(!answers());
    const Process second = start();
    QVERIFY(until([this] { return answers(); }, 5s));
    QVERIFY(end(second));
    QCOMPARE(second->exitCode(), 0);
}

void TestOneProgram::removedFolderIsMadeAgain()
{
    const Process process = start();
    VERIFY_UNTIL(answers());
    QVERIFY(QDir(runtime() + u"/framekey").removeRecursively());
    VERIFY_UNTIL(answers());
    QCOMPARE(QFile::permissions(runtime() + u"/framekey") & 0x0077, QFile::Permissions());
    const Process second = start();
    VERIFY_UNTIL(hasEnded(second));
    QCOMPARE(second->exitCode(), 0);
    QVERIFY(end(process));
}

void TestOneProgram::unsafeRuntimeFolderIsSaidAndStillOneProgram()
{
    QFile::setPermissions(runtime(), QFile::Permissions(0x7777));
    const Process process = start();
    VERIFY_UNTIL(process->readAllStandardError().contains("scripts cannot ask for tokens"));
    QVERIFY(!QFileInfo::exists(socket()));
    const Process second = start({QStringLiteral("--background")});
    VERIFY_UNTIL(hasEnded(second));
    QCOMPARE(second->exitCode(), 0);
    QVERIFY(!hasEnded(process));
    QVERIFY(end(process));
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestOneProgram)
#include "test_oneprogram.moc"
