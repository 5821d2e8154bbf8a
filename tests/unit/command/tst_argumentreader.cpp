// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/arguments.h"
#include "command/calloptions.h"

#include "testcase.h"

#include <string>
#include <vector>

namespace framekey::test
{

using command::ArgumentReader;
using command::Arguments;
using command::CallOptions;

/// A command line, read as a verb reads it.
class ArgumentReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void option_isReadInEveryWayItIsWritten_data();
    void option_isReadInEveryWayItIsWritten();
    void line_isRefusedWithWhatHelps_data();
    void line_isRefusedWithWhatHelps();
    void behindTwoDashes_isACommandOrAMistake();
    void time_isReadOrRefused_data();
    void time_isReadOrRefused();
};

/// Owns what `Arguments` point to.
class Line
{
public:
    explicit Line(std::vector<std::string> words) : m_words(std::move(words))
    {
        for (std::string &word : m_words)
            m_pointers.push_back(word.data());
    }
    operator Arguments() const { return m_pointers; }

private:
    std::vector<std::string> m_words;
    std::vector<char *> m_pointers;
};

Line lineOf(const QString &text)
{
    std::vector<std::string> words;
    for (const QString &word : text.split(u' '))
        words.push_back(word.toStdString());
    return Line(std::move(words));
}

struct Read {
    std::string_view account;
    CallOptions options;
    bool wantsHelp = false;
    command::Trouble trouble;
};

Read read(Arguments arguments)
{
    Read result;
    std::string_view word;
    ArgumentReader reader(arguments);
    while (reader.next()) {
        if (!result.options.takes(reader) && !result.options.takesAccount(reader) && !reader.isWord(word))
            reader.isNothing();
    }
    result.options.complete(reader, word);
    result.account = result.options.account;
    result.wantsHelp = reader.wantsHelp();
    result.trouble = reader.trouble();
    return result;
}

void ArgumentReaderTest::option_isReadInEveryWayItIsWritten_data()
{
    QTest::addColumn<bool>("mayStart");
    for (const char *line : {"studio", "--account studio", "--account=studio", "-a studio", "-astudio",
                             "-u studio", "-ustudio", "studio --timeout 5", "studio --", "studio -a studio"})
        QTest::newRow(line) << true;
    QTest::newRow("--no-start studio") << false;
}

void ArgumentReaderTest::option_isReadInEveryWayItIsWritten()
{
    const Line line = lineOf(QString::fromLatin1(QTest::currentDataTag()));
    const Read result = read(line);
    QCOMPARE(result.trouble.problem, std::string());
    QCOMPARE(std::string(result.account), std::string("studio"));
    QTEST(result.options.mayStart, "mayStart");
}

void ArgumentReaderTest::line_isRefusedWithWhatHelps_data()
{
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("next");
    const auto row = [](const char *line, const char *problem, const char *next = "") {
        QTest::newRow(line) << QString::fromLatin1(problem) << QString::fromLatin1(next);
    };
    row("--acount studio", "'--acount' is not understood.", "Did you mean --account?");
    row("--timeuot=5", "'--timeuot' is not understood.", "Did you mean --timeout?");
    row("--nothing-like-it", "'--nothing-like-it' is not understood.");
    row("-x", "'-x' is not understood.");
    row("-xstudio", "'-xstudio' is not understood.");
    row("one two", "'two' is not understood.");
    row("one -a two", "Two accounts are named.");
    row("--account", "--account wants a value behind it.");
    row("--account=", "--account wants a value, and an empty one is none.");
    row("-a ", "-a wants a value, and an empty one is none.");
    row(" ", "An empty word names nothing: is a variable of the script not set?");
    row("-- studio", "'studio' is not understood.");
    row("--timeout soon", "--timeout is a time like 90, 5m or 8h, not 'soon'.");
    row("--timeout soon --acount", "--timeout is a time like 90, 5m or 8h, not 'soon'.");
}

void ArgumentReaderTest::line_isRefusedWithWhatHelps()
{
    QFETCH(QString, problem);
    QFETCH(QString, next);
    const Line line = lineOf(QString::fromLatin1(QTest::currentDataTag()));
    const Read result = read(line);
    QCOMPARE(QString::fromStdString(result.trouble.problem), problem);
    QCOMPARE(QString::fromStdString(result.trouble.next), next);
}

void ArgumentReaderTest::behindTwoDashes_isACommandOrAMistake()
{
    const Line line({"studio", "--", "ffmpeg", "-h"});
    std::string_view word;
    ArgumentReader reader(line, ArgumentReader::Behind::Command);
    QVERIFY(reader.next() && reader.isWord(word));
    QVERIFY(!reader.next());
    QVERIFY(!reader.isWrong() && !reader.wantsHelp());
    QCOMPARE(reader.rest().size(), std::size_t(2));
    for (const char *asked : {"-h", "--help"})
        QVERIFY(read(Line({asked, "--acount"})).wantsHelp);
}

void ArgumentReaderTest::time_isReadOrRefused_data()
{
    QTest::addColumn<int>("seconds"); // -1: refused
    const auto row = [](const char *text, int seconds) { QTest::newRow(text) << seconds; };
    row("0", 0);
    row("90", 90);
    row("90s", 90);
    row("5m", 300);
    row("8h", 28800);
    row("2d", 172800);
    row("3660d", 316224000);
    for (const char *refused : {"3661d", "-1", "5w", "m", "5 m", "1.5h", "5mm", "99999999999999999999"})
        row(refused, -1);
}

void ArgumentReaderTest::time_isReadOrRefused()
{
    QFETCH(int, seconds);
    const Line line({"--timeout", QTest::currentDataTag()});
    const Read result = read(line);
    QCOMPARE(result.trouble.problem.empty(), seconds >= 0);
    if (seconds >= 0)
        QCOMPARE(result.options.timeout, std::optional<long>(seconds));
}

static const TestCase<ArgumentReaderTest> testCase("argumentreader");

} // namespace framekey::test

#include "tst_argumentreader.moc"
