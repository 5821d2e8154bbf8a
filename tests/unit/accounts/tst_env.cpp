// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/envfile.h"

#include "testcase.h"

#include <QTemporaryDir>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace framekey::test
{

using Kind = EnvFault::Kind;

/// Lines of a `.env` file as people and Frame.io's samples write them (design 6).
class EnvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void line_isReadAsAShellWould_data();
    void line_isReadAsAShellWould();
    void sampleFile_isReadWhole();
    void laterLine_wins();
    void badLine_isToldByItsNumber_data();
    void badLine_isToldByItsNumber();
    void largeFile_isRefused();
    void file_isReadFromDisk();
};

void EnvTest::line_isReadAsAShellWould_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << "A=b"_ba << "b"_ba;
    QTest::newRow("export") << "export A=b"_ba << "b"_ba;
    QTest::newRow("export and a tab") << "export\tA=b"_ba << "b"_ba;
    QTest::newRow("blanks round =") << "A = b"_ba << "b"_ba;
    QTest::newRow("blanks before and behind") << "  A=b  "_ba << "b"_ba;
    QTest::newRow("CR LF") << "A=b\r\n"_ba << "b"_ba;
    QTest::newRow("double quotes") << R"(A="b c")"_ba << "b c"_ba;
    QTest::newRow("single quotes") << "A='b c'"_ba << "b c"_ba;
    QTest::newRow("escaped quote") << R"(A="b\"c\\d")"_ba << R"(b"c\d)"_ba;
    QTest::newRow("nothing is escaped in single quotes") << R"(A='b\c')"_ba << R"(b\c)"_ba;
    QTest::newRow("blanks in quotes stay") << R"(A=" b ")"_ba << " b "_ba;
    QTest::newRow("comment behind") << "A=b # c"_ba << "b"_ba;
    QTest::newRow("comment behind quotes") << R"(A="b" # c)"_ba << "b"_ba;
    QTest::newRow("# inside is none") << "A=b#c"_ba << "b#c"_ba;
    QTest::newRow("# in quotes is none") << R"(A="b # c")"_ba << "b # c"_ba;
    QTest::newRow("comment alone") << "A=# c"_ba << ""_ba;
    QTest::newRow("tab before a comment") << "A=b\t# c"_ba << "b"_ba;
    QTest::newRow("empty") << "A="_ba << ""_ba;
    QTest::newRow("empty quotes") << R"(A="")"_ba << ""_ba;
    QTest::newRow("= in the value") << "A=b=c=="_ba << "b=c=="_ba;
    QTest::newRow("blank in the value") << "A=offline account.read"_ba << "offline account.read"_ba;
    QTest::newRow("quote in the middle") << R"(A=b"c)"_ba << R"(b"c)"_ba;
    QTest::newRow("umlaut") << "A=\xc3\xbc"_ba << "\xc3\xbc"_ba;
    QTest::newRow("comment before") << "# x\n\n  # y\nA=b"_ba << "b"_ba;
}

void EnvTest::line_isReadAsAShellWould()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, value);
    const auto names = parseEnv(line);
    QVERIFY(names);
    QCOMPARE(names->size(), 1);
    QCOMPARE(names->value(u"A"_s).reveal(), value);
}

void EnvTest::sampleFile_isReadWhole()
{
    const auto names =
        parseEnv("# Frame.io\nCLIENT_ID=abc\nexport CLIENT_SECRET='s#1'\n\n"
                 "TOKEN_URL = https://t.example/t # live\nSCOPE=\"offline account.read\"\n"_ba);
    QVERIFY(names);
    QCOMPARE(names->size(), 4);
    QCOMPARE(names->value(u"CLIENT_ID"_s).reveal(), "abc"_ba);
    QCOMPARE(names->value(u"CLIENT_SECRET"_s).reveal(), "s#1"_ba);
    QCOMPARE(names->value(u"TOKEN_URL"_s).reveal(), "https://t.example/t"_ba);
    QCOMPARE(names->value(u"SCOPE"_s).reveal(), "offline account.read"_ba);
    QVERIFY(parseEnv({})->isEmpty());
}

void EnvTest::laterLine_wins()
{
    QCOMPARE(parseEnv("A=b\nA=c\n"_ba)->value(u"A"_s).reveal(), "c"_ba);
}

void EnvTest::badLine_isToldByItsNumber_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("no =") << "A=b\nCLIENT_ID\n"_ba << 2;
    QTest::newRow("words, comments and blanks counted") << "# x\n\nA=b\nhello world\n"_ba << 4;
    QTest::newRow("no name") << "=b"_ba << 1;
    QTest::newRow("name with a dash") << "A-B=c"_ba << 1;
    QTest::newRow("name with a digit first") << "1A=c"_ba << 1;
    QTest::newRow("name with a blank") << "set A=c"_ba << 1;
    QTest::newRow("name not ASCII") << "\xc3\xbc=c"_ba << 1;
    QTest::newRow("quote not closed") << "A=b\nB=\"c\n"_ba << 2;
    QTest::newRow("single quote not closed") << "A='b"_ba << 1;
    QTest::newRow("something behind the quote") << R"(A="b"c)"_ba << 1;
    QTest::newRow("quote alone") << "A=\""_ba << 1;
    QTest::newRow("export alone") << "export"_ba << 1;
}

void EnvTest::badLine_isToldByItsNumber()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const auto names = parseEnv(text);
    QVERIFY(!names);
    QVERIFY((names.error() == EnvFault{.kind = Kind::BadLine, .line = line}));
}

void EnvTest::largeFile_isRefused()
{
    const qsizetype most = 64 * 1024;
    QVERIFY(parseEnv("A=" + QByteArray(most - 2, 'b')));
    const auto names = parseEnv("A=" + QByteArray(most - 1, 'b'));
    QVERIFY(!names);
    QCOMPARE(names.error().kind, Kind::TooLarge);
}

void EnvTest::file_isReadFromDisk()
{
    const QTemporaryDir folder;
    QCOMPARE(readEnvFile(folder.filePath(u".env"_s)).error().kind, Kind::Unreadable);
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(readEnvFile(pipe).error().kind, Kind::Unreadable); // and at once
    QCOMPARE(readEnvFile(u".env"_s).error().kind, Kind::Unreadable);
    QCOMPARE(readEnvFile(folder.path()).error().kind, Kind::Unreadable);
    QFile file(folder.filePath(u".env"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("CLIENT_ID=abc\n") > 0);
    file.close();
    QCOMPARE(readEnvFile(file.fileName())->value(u"CLIENT_ID"_s).reveal(), "abc"_ba);
}

static const TestCase<EnvTest> testCase("env");

} // namespace framekey::test

#include "tst_env.moc"
