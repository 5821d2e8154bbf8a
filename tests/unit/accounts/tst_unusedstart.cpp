// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unusedstart.h"

#include "accountlistfixture.h"

namespace framekey::test
{

using namespace std::chrono_literals;

/// When a start in the background has been of no use.
class UnusedStartTest : public AccountListFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void nobodyCame_isNoticedAfterTenMinutes();
    void windowAskedFor_isUse();
    void account_isUse();
};

void UnusedStartTest::nobodyCame_isNoticedAfterTenMinutes()
{
    UnusedStart start(*m_list, m_clock);
    QSignalSpy noticed(&start, &UnusedStart::noticed);
    m_clock.advance(10min - 1s);
    QCOMPARE(noticed.size(), 0);
    m_clock.advance(1s);
    QCOMPARE(noticed.size(), 1);
}

void UnusedStartTest::windowAskedFor_isUse()
{
    UnusedStart start(*m_list, m_clock);
    QSignalSpy noticed(&start, &UnusedStart::noticed);
    m_clock.advance(9min);
    start.use();
    QVERIFY(!m_clock.nextAlarmIn());
    m_clock.advance(1h);
    QCOMPARE(noticed.size(), 0);
}

void UnusedStartTest::account_isUse()
{
    UnusedStart start(*m_list, m_clock);
    QSignalSpy noticed(&start, &UnusedStart::noticed);
    m_list->put(legacyAccount(u"a"_s), std::nullopt);
    m_clock.advance(1h);
    QCOMPARE(noticed.size(), 0);
}

static const TestCase<UnusedStartTest> testCase("unusedstart");

} // namespace framekey::test

#include "tst_unusedstart.moc"
