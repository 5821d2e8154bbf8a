// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/output.h"

#include "testcase.h"

#include <fcntl.h>
#include <string>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// What is written, and what of other people's words is shown.
class OutputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_moveNoCursorAndTurnNoLine_data();
    void words_moveNoCursorAndTurnNoLine();
    void fullPipe_isWaitedForOrAFailure();
    void closedPipe_isAFailure();
};

void OutputTest::words_moveNoCursorAndTurnNoLine_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("shown");
    for (const QByteArray &whole :
         {"a~"_ba, "\xc3\xa9"_ba, "\xe2\x82\xac"_ba, "\xf0\x9f\x8e\xac"_ba, "\xc2\xa0"_ba})
        QTest::addRow("%s stays", whole.constData()) << whole << whole;
    QTest::newRow("escape") << "a\x1b[2Jb\x7f\n\t"_ba << "a[2Jb"_ba;
    QTest::newRow("C1") << "\xc2\x80\xc2\x9b\xc2\x9f!"_ba << "!"_ba;
    QTest::newRow("Arabic letter mark") << "\xd8\x9c!"_ba << "!"_ba;
    QTest::newRow("left-to-right mark") << "\xe2\x80\x8e\xe2\x80\x8f!"_ba << "!"_ba;
    QTest::newRow("line separator, embedding, override")
        << "\xe2\x80\xa8\xe2\x80\xaa\xe2\x80\xae!"_ba << "!"_ba;
    QTest::newRow("isolates") << "\xe2\x81\xa6\xe2\x81\xa9!"_ba << "!"_ba;
    QTest::newRow("beside them") << "\xe2\x80\x90\xe2\x80\xaf\xe2\x81\xa5\xe2\x81\xaa"_ba
                                 << "\xe2\x80\x90\xe2\x80\xaf\xe2\x81\xa5\xe2\x81\xaa"_ba;
    QTest::newRow("stray, overlong, cut") << "\x80\xc0\x80\xc3"_ba << ""_ba;
    QTest::newRow("broken off") << "\xe2\x82x"_ba << "x"_ba;
}

void OutputTest::words_moveNoCursorAndTurnNoLine()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, shown);
    QCOMPARE(QByteArray::fromStdString(command::printable(given.toStdString())), shown);
}

void OutputTest::fullPipe_isWaitedForOrAFailure()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_NONBLOCK), 0);
    const std::string much(1'000'000, 'x');
    QVERIFY(!command::writeAll(ends[1], much));
    QCOMPARE(errno, EAGAIN);
    std::size_t taken = 0;
    std::thread reader([&taken, from = ends[0]] {
        std::string some(65536, '\0');
        for (ssize_t count = 0; (count = ::read(from, some.data(), some.size())) != 0;)
            taken += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    });
    const bool isWritten = command::writeAll(ends[1], much, command::Full::IsWaitedFor);
    ::close(ends[1]);
    reader.join();
    ::close(ends[0]);
    QVERIFY(isWritten);
    QVERIFY(taken > much.size());
}

void OutputTest::closedPipe_isAFailure()
{
    QVERIFY(!command::writeAll(-1, "x", command::Full::IsWaitedFor));
    QCOMPARE(errno, EBADF);
    QVERIFY(command::writeAll(-1, ""));
}

static const TestCase<OutputTest> testCase("output");

} // namespace framekey::test

#include "tst_output.moc"
