// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentclient.h"
#include "harness/apphome.h"
#include "harness/heartbeat.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <algorithm>
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
    void init() { m_home = std::make_unique<AppHome>(); }
    void cleanup() { m_home.reset(); }
    void tenStartsAtOnceAreOneProgram();
    void terminationEndsItWell();
    void secondStartHandsOverAndEndsWell();
    void killedOneIsNotInTheWay();
    void removedFolderIsMadeAgain();
    void ownerThatLostItsFolderLeavesItToTheNext();
    void displayThatHasGone_isNone();
    void unsafeRuntimeFolderIsSaidAndStillOneProgram();

private:
    using Process = AppHome::Process;
    Process start(const QStringList &arguments = {}) { return m_home->start(arguments); }
    [[nodiscard]] QString runtime() const { return m_home->runtime(); }
    [[nodiscard]] QString socket() const { return m_home->socket(); }
    [[nodiscard]] bool answers() const { return askRunning(socket(), {}).has_value(); }
    static bool hasEnded(const Process &process) { return AppHome::hasEnded(process); }
    static bool end(const Process &process, int signal = SIGTERM) { return AppHome::end(process, signal); }
    [[nodiscard]] ino_t inode() const
    {
        struct stat status{};
        return ::lstat(QFile::encodeName(socket()).constData(), &status) == 0 ? status.st_ino : 0;
    }

    std::unique_ptr<AppHome> m_home;
};

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

void TestOneProgram::displayThatHasGone_isNone()
{
    for (const QString &display : {QStringLiteral(":77"), QString()}) {
        m_home->setVariable(QStringLiteral("DISPLAY"), display);
        const Process shown = m_home->start({}, AppHome::Display::None);
        VERIFY_UNTIL(hasEnded(shown));
        QCOMPARE(shown->exitStatus(), QProcess::NormalExit);
        QVERIFY(shown->readAllStandardError().contains("no display"));
        const Process hidden = m_home->start({QStringLiteral("--background")}, AppHome::Display::None);
        VERIFY_UNTIL(answers() || hasEnded(hidden));
        QVERIFY2(answers(), hidden->readAllStandardError().constData());
        QVERIFY(end(hidden));
    }
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

void TestOneProgram::ownerThatLostItsFolderLeavesItToTheNext()
{
    const Process first = start();
    VERIFY_UNTIL(answers());
    // As between a logout and the next login: it goes, and there is nowhere to make it anew.
    QFile::setPermissions(runtime(), QFile::Permissions(0x7777));
    QVERIFY(QDir(runtime() + u"/framekey").removeRecursively());
    VERIFY_UNTIL(first->readAllStandardError().contains("scripts cannot ask for tokens"));
    QFile::setPermissions(runtime(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const Process second = start({QStringLiteral("--background")});
    VERIFY_UNTIL(answers());
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(first), 15000);
    QCOMPARE(first->exitCode(), 0);
    QVERIFY(!hasEnded(second));
    QVERIFY(end(second));
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
