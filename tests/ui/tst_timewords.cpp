// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/timewords.h"
#include "ui/translation.h"

#include <QCoreApplication>
#include <QTest>

using namespace framekey;
using namespace std::chrono_literals;

class TimeWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }
    void instant_inWords_data();
    void instant_inWords();
    void words_changeOnTheFullMinute();
    void cLocale_hasNoSeconds();
};

namespace
{

const QDateTime now(QDate(2026, 11, 24), QTime(13, 23, 10), Qt::UTC);
const QLocale british(QLocale::English, QLocale::UnitedKingdom);

} // namespace

void TimeWordsTest::instant_inWords_data()
{
    QTest::addColumn<QDateTime>("instant");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QDateTime &instant, const char *expected) {
        QTest::newRow(name) << instant << QString::fromUtf8(expected);
    };
    row("42 minutes by the clock", QDateTime(now.date(), QTime(14, 5, 59), Qt::UTC),
        "today at 14:05, in 42 minutes");
    row("one minute", now.addSecs(60), "today at 13:24, in 1 minute");
    row("later in this minute", now.addSecs(20), "today at 13:23, in less than a minute");
    row("this very second", now, "today at 13:23, now");
    row("just ended", now.addSecs(-5), "today at 13:23, now");
    row("a minute ago", now.addSecs(-60), "today at 13:22, 1 minute ago");
    row("119 minutes", now.addSecs(119 * 60), "today at 15:22, in 119 minutes");
    row("three hours", now.addSecs(3 * 3600 + 600), "today at 16:33, in about 3 hours");
    row("tomorrow", now.addSecs(12 * 3600), "tomorrow at 01:23, in about 12 hours");
    row("yesterday", now.addSecs(-24 * 3600), "yesterday at 13:23, about 24 hours ago");
    row("this week", now.addDays(3), "on Friday at 13:23, in 3 days");
    row("far away", now.addDays(30), "on 24/12/2026 at 13:23, in 30 days");
}

void TimeWordsTest::instant_inWords()
{
    QFETCH(QDateTime, instant);
    QTEST(TimeWords(now, british).whenExactly(instant), "expected");
}

void TimeWordsTest::words_changeOnTheFullMinute()
{
    const QDateTime expiry = now.addSecs(42 * 60);
    const TimeWords before(now, british);
    QCOMPARE(before.untilNextChange(), 50'000ms);
    const qint64 change = before.untilNextChange().count();
    QCOMPARE(TimeWords(now.addMSecs(change - 1), british).distance(expiry), before.distance(expiry));
    QVERIFY(TimeWords(now.addMSecs(change), british).distance(expiry) != before.distance(expiry));
}

void TimeWordsTest::cLocale_hasNoSeconds()
{
    QCOMPARE(TimeWords(now, QLocale::c()).clockTime(now), QStringLiteral("13:23"));
}

QTEST_GUILESS_MAIN(TimeWordsTest)
#include "tst_timewords.moc"
