// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tokenresponse.h"

#include "testcase.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// Retry-After in seconds, as a date, and as neither (RFC 9110 10.2.3).
class RetryAfterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void value_isReadAndBounded_data();
    void value_isReadAndBounded();
};

void RetryAfterTest::value_isReadAndBounded_data()
{
    constexpr int none = -1;
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds");
    QTest::newRow("seconds") << "120"_ba << 120;
    QTest::newRow("blanks around") << " 120 "_ba << 120;
    QTest::newRow("zero") << "0"_ba << 0;
    QTest::newRow("one hour") << "3600"_ba << 3600;
    QTest::newRow("more than an hour") << "3601"_ba << 3600;
    QTest::newRow("a week") << "604800"_ba << 3600;
    QTest::newRow("date in two minutes") << "Tue, 24 Nov 2026 12:02:00 GMT"_ba << 120;
    QTest::newRow("date now") << "Tue, 24 Nov 2026 12:00:00 GMT"_ba << 0;
    QTest::newRow("date gone by") << "Tue, 24 Nov 2026 11:00:00 GMT"_ba << 0;
    QTest::newRow("date tomorrow") << "Wed, 25 Nov 2026 12:00:00 GMT"_ba << 3600;
    QTest::newRow("absent") << QByteArray() << none;
    QTest::newRow("blank") << "  "_ba << none;
    QTest::newRow("negative") << "-5"_ba << none;
    QTest::newRow("fraction") << "12.5"_ba << none;
    QTest::newRow("words") << "soon"_ba << none;
    QTest::newRow("seconds with a unit") << "120s"_ba << none;
    QTest::newRow("date without a zone") << "Tue, 24 Nov 2026 12:02:00"_ba << none;
    QTest::newRow("date of another standard") << "2026-11-24T12:02:00Z"_ba << none;
    QTest::newRow("day that is not") << "Tue, 32 Nov 2026 12:02:00 GMT"_ba << none;
}

void RetryAfterTest::value_isReadAndBounded()
{
    QFETCH(QByteArray, value);
    QFETCH(int, seconds);
    const QDateTime now(QDate(2026, 11, 24), QTime(12, 0), QTimeZone::utc());
    const auto read = parseRetryAfter(value, now);
    QCOMPARE(read ? int(read->count()) : -1, seconds);
}

static const TestCase<RetryAfterTest> testCase("retryafter");

} // namespace framekey::test

#include "tst_retryafter.moc"
