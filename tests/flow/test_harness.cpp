// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/heartbeat.h"
#include "harness/memorypeak.h"
#include "harness/sockets.h"

#include <QTcpServer>
#include <QTest>
#include <QThread>

#include <ctime>
#include <vector>

namespace framekey::test
{

using namespace std::chrono_literals;

namespace
{

/// Of this thread, on a processor.
std::chrono::nanoseconds spent()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

/// That the measures of these tests see what they are there to see.
class TestHarness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heartbeatSeesABlockedLoop_data();
    void heartbeatSeesABlockedLoop();
    void heartbeatOfAQuietLoopIsQuiet();
    void listeningPortsAreSeenWithTheirAddress();
    void memoryPeakSeesWhatWasHeldForAMoment();
};

void TestHarness::heartbeatSeesABlockedLoop_data()
{
    QTest::addColumn<bool>("sleeping");
    QTest::newRow("sleeping") << true;
    QTest::newRow("computing") << false;
}

void TestHarness::heartbeatSeesABlockedLoop()
{
    QFETCH(bool, sleeping);
    Heartbeat::ofThisThread().reset();
    QTimer::singleShot(20ms, this, [sleeping] {
        const auto start = spent();
        if (sleeping)
            QThread::msleep(300);
        while (!sleeping && spent() - start < 300ms) {
        }
    });
    pass(400ms);
    QCOMPARE_GT(Heartbeat::ofThisThread().longestStall(), 100ms);
}

void TestHarness::heartbeatOfAQuietLoopIsQuiet()
{
    Heartbeat::ofThisThread().reset();
    pass(300ms);
    QCOMPARE_LE(Heartbeat::ofThisThread().longestStall(), 100ms);
}

void TestHarness::listeningPortsAreSeenWithTheirAddress()
{
    QVERIFY(listeningPorts().isEmpty());
    const int before = bindCount();
    QTcpServer open;
    QVERIFY(open.listen(QHostAddress(QHostAddress::AnyIPv4)));
    QCOMPARE(listeningPorts(), QStringList(QStringLiteral("00000000:%1").arg(open.serverPort())));
    QCOMPARE(bindCount() - before, 1);
}

void TestHarness::memoryPeakSeesWhatWasHeldForAMoment()
{
    constexpr std::size_t size = 32U * 1024 * 1024;
    const MemoryPeak peak;
    QCOMPARE_LT(peak.growth(), 8 * 1024);
    {
        std::vector<char> held(size, 'a');
        QVERIFY(held.back() == 'a');
    }
    QCOMPARE_GT(peak.growth(), 24 * 1024);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestHarness)
#include "test_harness.moc"
