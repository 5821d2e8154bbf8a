// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/systemclock.h"

#include "testcase.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QSignalSpy>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace framekey::test
{

/// The machine's clock and its alarms.
class SystemClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alarm_isOfTheClockThatGoesOnInASuspend();
    void alarm_ringsOnceAndNotWhenStopped();
};

namespace
{

/// What the kernel says of each timerfd of this process (proc(5), /proc/PID/fdinfo).
QHash<QString, QByteArray> timers()
{
    QHash<QString, QByteArray> found;
    const QDir folder(u"/proc/self/fdinfo"_s);
    for (const QString &descriptor : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(descriptor));
        if (!file.open(QIODevice::ReadOnly))
            continue; // of the listing itself
        const QByteArray told = file.readAll();
        if (told.contains("clockid:"))
            found.insert(descriptor, told);
    }
    return found;
}

} // namespace

void SystemClockTest::alarm_isOfTheClockThatGoesOnInASuspend()
{
    SystemClock clock;
    const auto before = timers();
    const auto alarm = clock.makeAlarm();
    alarm->setIn(1h);
    auto ours = timers();
    ours.removeIf([&before](const auto &timer) { return before.contains(timer.key()); });
    QCOMPARE(ours.size(), 1);
    const QByteArray told = *ours.cbegin();
    QVERIFY2(told.contains("clockid: " + QByteArray::number(CLOCK_BOOTTIME) + '\n'), told.constData());
    QVERIFY2(told.contains("it_value: (3599,"), told.constData());
}

void SystemClockTest::alarm_ringsOnceAndNotWhenStopped()
{
    SystemClock clock;
    const auto alarm = clock.makeAlarm();
    QSignalSpy rang(alarm.get(), &Alarm::rang);
    alarm->setIn(1ms);
    QTRY_COMPARE(rang.size(), 1);
    QVERIFY(!alarm->isSet());
    alarm->setIn(1ms);
    alarm->stop();
    QTest::qWait(20);
    QCOMPARE(rang.size(), 1);
}

static const TestCase<SystemClockTest> testCase("systemclock");

} // namespace framekey::test

#include "tst_systemclock.moc"
