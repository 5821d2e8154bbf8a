// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "ui/presentation/activitywords.h"

#include <QSet>
#include <QTest>

using namespace framekey;

/// Who asked, in words.
class ActivityWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameRequestsInARow_areOneRow();
    void whatDiffers_isARowOfItsOwn();
    void outcomes_areToldApart();
    void account_isNamedOnlyWhereThereAreSeveral();
    void requester_isNamed_data();
    void requester_isNamed();
    void foreignText_staysOneLine();

private:
    QList<ActivityRow> rows(const QList<TokenUse> &uses, bool namesAccounts = false)
    {
        return activityRows(uses, TimeWords(samples::now(), QLocale::c()), namesAccounts);
    }
};

void ActivityWordsTest::sameRequestsInARow_areOneRow()
{
    const ActivityRow row = rows(samples::someUses()).first();
    QCOMPARE(row.when, QStringLiteral("today at 13:22"));
    QCOMPARE(row.outcome, QStringLiteral("given · 12 time(s) since 13:11"));
    QCOMPARE(row.said, QStringLiteral("today at 13:22, python3.11 asked for a token: given, 12 time(s) since "
                                      "13:11. It lies in /usr/bin. It says it runs ingest.py, which nothing "
                                      "proves."));
    QCOMPARE(row.first.at, samples::now().addSecs(-12 * 60));
    QCOMPARE(rows(samples::someUses()).last().when, QStringLiteral("yesterday at 13:23"));
}

void ActivityWordsTest::whatDiffers_isARowOfItsOwn()
{
    const TokenUse use = samples::someUses().first();
    TokenUse program = use;
    program.requester.program = QStringLiteral("/opt/bin/python3.11");
    TokenUse script = use;
    script.requester.script = QStringLiteral("other.py");
    TokenUse label = use;
    label.requester.label = QStringLiteral("x");
    TokenUse result = use;
    result.result = TokenUse::Result::GivenAfterRenewal;
    TokenUse account = use;
    account.accountId = QStringLiteral("other");
    for (const TokenUse &other : {program, script, label, result, account}) {
        QCOMPARE(rows({use, other}).size(), 2);
        QCOMPARE(rows({use, other, use}).size(), 3); // in a row only
    }
    TokenUse earlier = use;
    earlier.at = use.at.addSecs(-3);
    QCOMPARE(rows({use, earlier}).size(), 1);
}

void ActivityWordsTest::outcomes_areToldApart()
{
    QSet<QString> words;
    for (const ActivityRow &row : rows(samples::everyOutcome())) {
        words += row.outcome;
        QCOMPARE(row.outcome.startsWith(u"given"), row.tone == Tone::Good);
        QVERIFY2(row.said.contains(row.outcome), qPrintable(row.said));
    }
    QCOMPARE(words.size(), 9);
}

void ActivityWordsTest::account_isNamedOnlyWhereThereAreSeveral()
{
    const QList<TokenUse> one = samples::someUses().mid(0, 1);
    QCOMPARE(rows(one).first().outcome, QStringLiteral("given"));
    QCOMPARE(rows(one, true).first().outcome, QStringLiteral("given · work"));
    QVERIFY(rows(one, true).first().said.contains(u"a token of “work”: given."));
}

void ActivityWordsTest::requester_isNamed_data()
{
    QTest::addColumn<Requester>("requester");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("claims");
    const auto row = [](const char *name, const Requester &requester, const char *program, const char *folder,
                        const char *claims) {
        QTest::newRow(name) << requester << QString::fromUtf8(program) << QString::fromUtf8(folder)
                            << QString::fromUtf8(claims);
    };
    const QString bash = QStringLiteral("/usr/bin/bash");
    row("program", {.program = bash}, "bash", "/usr/bin", "");
    row("script", {.program = bash, .script = QStringLiteral("night.sh")}, "bash", "/usr/bin",
        "says it runs night.sh");
    row("label", {.program = bash, .label = QStringLiteral("night")}, "bash", "/usr/bin",
        "calls itself “night”");
    row("both", {.program = bash, .script = QStringLiteral("%2"), .label = QStringLiteral("%1")}, "bash",
        "/usr/bin", "says it runs %2 and calls itself “%1”");
    row("nobody", {}, "a program that Framekey cannot identify", "", "");
    row("at the root", {.program = QStringLiteral("/init")}, "init", "/", "");
}

void ActivityWordsTest::requester_isNamed()
{
    QFETCH(const Requester, requester);
    const RequesterWords words = RequesterWords::of(requester);
    QTEST(words.program, "program");
    QTEST(words.folder, "folder");
    QTEST(words.claims, "claims");
}

void ActivityWordsTest::foreignText_staysOneLine()
{
    QCOMPARE(shownText(QStringLiteral("a\nb\tc\x1b[2J")), QStringLiteral("a\uFFFDb\uFFFDc\uFFFD[2J"));
    QCOMPARE(shownText(QStringLiteral("exe.\u202Egnp")), QStringLiteral("exe.\uFFFDgnp"));
    QCOMPARE(shownText(QStringLiteral("Größe 東京 😀.py")), QStringLiteral("Größe 東京 😀.py"));
    QVERIFY(shownText(QString(8000, u'x')).size() < 200);
}

QTEST_GUILESS_MAIN(ActivityWordsTest)
#include "tst_activitywords.moc"
