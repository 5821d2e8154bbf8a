// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/renewalpolicy.h"

#include "testcase.h"

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace framekey::test
{

/// When a renewal is due, and when it is tried again (design 4.4; F1, F6, F7 of reliability).
class RenewalPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renewal_isDueAt80PercentWithAMinuteLeft_data();
    void renewal_isDueAt80PercentWithAMinuteLeft();
    void renewal_isDueWhileTheTokenLives();
    void backoff_doublesUpToFiveMinutes();
    void backoff_isDrawnUpToAQuarterLonger();
    void backoff_isTwentyRequestsInTheFirstHour_data();
    void backoff_isTwentyRequestsInTheFirstHour();
    void backoff_obeysRetryAfter_data();
    void backoff_obeysRetryAfter();
    void backoff_keepsItsCapForEver();
    void reset_beginsAnew();
};

void RenewalPolicyTest::renewal_isDueAt80PercentWithAMinuteLeft_data()
{
    QTest::addColumn<qint64>("lifetime");
    QTest::addColumn<qint64>("dueMs");
    QTest::newRow("0 s") << qint64(0) << qint64(0);
    QTest::newRow("1 s") << qint64(1) << qint64(500);
    QTest::newRow("10 s: half") << qint64(10) << qint64(5'000);
    QTest::newRow("60 s: half") << qint64(60) << qint64(30'000);
    QTest::newRow("90 s: half") << qint64(90) << qint64(45'000);
    QTest::newRow("120 s: half is a minute") << qint64(120) << qint64(60'000);
    QTest::newRow("121 s: a minute left") << qint64(121) << qint64(61'000);
    QTest::newRow("200 s: a minute left") << qint64(200) << qint64(140'000);
    QTest::newRow("300 s: both") << qint64(300) << qint64(240'000);
    QTest::newRow("301 s: 80 %") << qint64(301) << qint64(240'800);
    QTest::newRow("3600 s: 80 %") << qint64(3600) << qint64(2'880'000);
    QTest::newRow("86400 s: 80 %") << qint64(86400) << qint64(69'120'000);
}

void RenewalPolicyTest::renewal_isDueAt80PercentWithAMinuteLeft()
{
    QFETCH(qint64, lifetime);
    QTEST(qint64(renewalDueAfter(seconds(lifetime)).count()), "dueMs");
}

void RenewalPolicyTest::renewal_isDueWhileTheTokenLives()
{
    for (seconds lifetime = 1s; lifetime <= 86400s; lifetime += 7s) {
        const milliseconds due = renewalDueAfter(lifetime);
        QVERIFY(due >= milliseconds(lifetime) / 2);
        QVERIFY(due <= milliseconds(lifetime) * 8 / 10);
    }
}

void RenewalPolicyTest::backoff_doublesUpToFiveMinutes()
{
    Backoff backoff;
    const QList<int> wholes{1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300};
    for (qsizetype i = 0; i < wholes.size(); ++i) {
        QCOMPARE(backoff.next({}, 0.0).count(), wholes[i] * 1000);
        QCOMPARE(backoff.failures(), int(i) + 1);
    }
}

void RenewalPolicyTest::backoff_isDrawnUpToAQuarterLonger()
{
    Backoff backoff;
    QCOMPARE(backoff.next({}, 0.5).count(), 1125);
    QCOMPARE(backoff.next({}, 0.999).count(), 2499);
    QCOMPARE(backoff.next({}, 0.25).count(), 4250);
}

void RenewalPolicyTest::backoff_isTwentyRequestsInTheFirstHour_data()
{
    QTest::addColumn<double>("random");
    QTest::addColumn<int>("requests");
    QTest::newRow("never longer") << 0.0 << 20;
    QTest::newRow("halfway") << 0.5 << 18;
    QTest::newRow("always a quarter longer") << 0.999999 << 17;
}

void RenewalPolicyTest::backoff_isTwentyRequestsInTheFirstHour()
{
    QFETCH(double, random);
    Backoff backoff;
    int requests = 0;
    for (milliseconds now = 0ms; now <= 1h; now += backoff.next({}, random))
        ++requests;
    QTEST(requests, "requests");
}

void RenewalPolicyTest::backoff_obeysRetryAfter_data()
{
    QTest::addColumn<int>("retryAfter");
    QTest::addColumn<int>("expectedMs");
    QTest::newRow("none") << 0 << 2000;
    QTest::newRow("shorter than the back-off") << 1 << 2000;
    QTest::newRow("longer than the back-off") << 17 << 17'000;
    QTest::newRow("longer than the cap") << 3600 << 3'600'000;
}

void RenewalPolicyTest::backoff_obeysRetryAfter()
{
    QFETCH(int, retryAfter);
    Backoff backoff;
    (void)backoff.next({}, 0.0);
    QTEST(int(backoff.next(seconds(retryAfter), 0.0).count()), "expectedMs");
}

void RenewalPolicyTest::backoff_keepsItsCapForEver()
{
    Backoff backoff;
    for (int i = 0; i < 1000; ++i) {
        const milliseconds wait = backoff.next({}, 0.9);
        QVERIFY(wait >= 1s && wait <= 375s);
    }
}

void RenewalPolicyTest::reset_beginsAnew()
{
    Backoff backoff;
    for (int i = 0; i < 5; ++i)
        (void)backoff.next({}, 0.0);
    backoff.reset();
    QCOMPARE(backoff.failures(), 0);
    QCOMPARE(backoff.next({}, 0.0).count(), 1000);
}

static const TestCase<RenewalPolicyTest> testCase("renewalpolicy");

} // namespace framekey::test

#include "tst_renewalpolicy.moc"
