// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/localsocket.h"
#include "agent/peer.h"

#include "testcase.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace framekey::test
{

using Accepting = LocalSocket::Accepting;
using Reading = LocalSocket::Reading;

/// A socket of the system's, where things fail.
class LocalSocketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void path_isListenedAtOrNot_data();
    void path_isListenedAtOrNot();
    void noDescriptor_isNoListening();
    void nobodyThere_isSaid();
    void whatIsNoSocket_hasEnded();
    void socket_isThisUsersAlone();

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("agent")); }

    QTemporaryDir m_folder;
};

void LocalSocketTest::path_isListenedAtOrNot_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("listens");
    QTest::newRow("free") << m_folder.filePath(QStringLiteral("free")) << true;
    QTest::newRow("none") << QString() << false;
    QTest::newRow("too long") << m_folder.filePath(QString(200, u'x')) << false;
    QTest::newRow("in no folder") << m_folder.filePath(QStringLiteral("absent/agent")) << false;
    QTest::newRow("taken") << m_folder.path() << false;
}

void LocalSocketTest::path_isListenedAtOrNot()
{
    QFETCH(QString, path);
    QFETCH(bool, listens);
    LocalSocket socket;
    QCOMPARE(socket.listen(path), listens);
    QCOMPARE(socket.isOpen(), listens);
    QCOMPARE(fileNumber(path).has_value(), QFile::exists(path));
}

void LocalSocketTest::noDescriptor_isNoListening()
{
    std::vector<int> taken;
    for (int one = ::dup(0); one >= 0; one = ::dup(0))
        taken.push_back(one);
    LocalSocket socket;
    const bool listens = socket.listen(path());
    for (const int one : taken)
        ::close(one);
    QVERIFY(!listens && !socket.isOpen());
}

void LocalSocketTest::nobodyThere_isSaid()
{
    LocalSocket listener;
    LocalSocket accepted;
    QVERIFY(listener.listen(path()));
    QCOMPARE(listener.accept(accepted), Accepting::NobodyThere);
    QVERIFY(!accepted.isOpen());
    QFile::remove(path());
}

void LocalSocketTest::whatIsNoSocket_hasEnded()
{
    QByteArray bytes;
    QCOMPARE(LocalSocket().read(bytes, 100), Reading::Ended);
    LocalSocket().write("x");
    QVERIFY(bytes.isEmpty());
    QVERIFY(!peerOf(-1) && !peerUser(-1));
}

void LocalSocketTest::socket_isThisUsersAlone()
{
    LocalSocket listener;
    ::umask(0);
    const bool listens = listener.listen(path());
    QCOMPARE(::umask(0022), 0U); // the mask of the process is as before
    QVERIFY(listens);
    struct stat status{};
    QCOMPARE(::lstat(QFile::encodeName(path()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0600U);
    QFile::remove(path());
}

static const TestCase<LocalSocketTest> testCase("localsocket");

} // namespace framekey::test

#include "tst_localsocket.moc"
