// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/callerof.h"

#include "testcase.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// Who asked, as far as it can be told (T15 of reliability: shown, never trusted).
class CallerOfTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void script_isTheFirstFileNamed_data();
    void script_isTheFirstFileNamed();
    void label_isBoundedText();
    void parentsProgram_isTold();
    void processThatIsGone_isNobody();
};

void CallerOfTest::script_isTheFirstFileNamed_data()
{
    QTest::addColumn<QByteArrayList>("words");
    QTest::addColumn<QString>("script");
    const auto row = [](const char *name, const QByteArrayList &words, const QString &script) {
        QTest::newRow(name) << words << script;
    };
    row("python", {"python3", "/home/ana/copy.py", "--all"}, u"copy.py"_s);
    row("options first", {"bash", "-e", "-u", "nightly.sh"}, {});
    row("option without a word", {"bash", "-x", "./nightly.sh"}, u"nightly.sh"_s);
    row("a shell's own words", {"sh", "-c", "framekey token | secret"}, {});
    row("a module", {"python3", "-m", "copy"}, {});
    row("a shell alone", {"-bash"}, {});
    row("nothing", {}, {});
    row("control characters", {"sh", "/tmp/a\x1b[2J\nb"}, u"a[2Jb"_s);
    row("a long one", {"sh", QByteArray(500, 'x')}, QString(64, u'x'));
}

void CallerOfTest::script_isTheFirstFileNamed()
{
    QFETCH(QByteArrayList, words);
    QFETCH(QString, script);
    QCOMPARE(scriptIn(words.isEmpty() ? QByteArray() : words.join('\0') + '\0'), script);
}

void CallerOfTest::label_isBoundedText()
{
    QCOMPARE(shownLabel(u" nightly\x1b copy\n"_s), u"nightly copy"_s);
    QCOMPARE(shownLabel(QString(100, u'x')).size(), 64);
}

void CallerOfTest::parentsProgram_isTold()
{
    const QString parent = QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(::getppid()));
    QVERIFY(!parent.isEmpty());
    QCOMPARE(callerOf(::getpid()).program, parent);
}

void CallerOfTest::processThatIsGone_isNobody()
{
    QCOMPARE(callerOf(0), Requester());
    QCOMPARE(callerOf(-1), Requester());
    QCOMPARE(callerOf(4'999'999), Requester()); // above the kernel's largest
}

static const TestCase<CallerOfTest> testCase("callerof");

} // namespace framekey::test

#include "tst_callerof.moc"
