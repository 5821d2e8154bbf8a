// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/httpdate.h"

#include "testcase.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// The Date header, by which a clock that is off is found (RFC 9110 5.6.7).
class HttpDateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void date_isReadAsUtc();
    void anythingElse_isNone_data();
    void anythingElse_isNone();
};

void HttpDateTest::date_isReadAsUtc()
{
    const QDateTime expected(QDate(2026, 11, 24), QTime(12, 2, 3), QTimeZone::utc());
    for (const QByteArray &value :
         {"Tue, 24 Nov 2026 12:02:03 GMT"_ba, " Tue, 24 Nov 2026 12:02:03 GMT "_ba}) {
        const auto date = parseHttpDate(value);
        QVERIFY(date);
        QCOMPARE(*date, expected);
        QCOMPARE(date->offsetFromUtc(), 0);
    }
}

void HttpDateTest::anythingElse_isNone_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("absent") << QByteArray();
    QTest::newRow("no zone") << "Tue, 24 Nov 2026 12:02:03"_ba;
    QTest::newRow("another zone") << "Tue, 24 Nov 2026 12:02:03 +0100"_ba;
    QTest::newRow("another standard") << "2026-11-24T12:02:03Z"_ba;
    QTest::newRow("a day that is not") << "Tue, 32 Nov 2026 12:02:03 GMT"_ba;
    QTest::newRow("long") << QByteArray(100'000, 'x');
}

void HttpDateTest::anythingElse_isNone()
{
    QFETCH(QByteArray, value);
    QVERIFY(!parseHttpDate(value));
}

static const TestCase<HttpDateTest> testCase("httpdate");

} // namespace framekey::test

#include "tst_httpdate.moc"
