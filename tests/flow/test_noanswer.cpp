// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"

namespace framekey::test
{

using namespace std::chrono_literals;

/// A server that takes a request and never answers. Slow: it is waited for as long as the program waits.
class TestNoAnswer : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void isGivenUpAfterThirtySecondsAndAskedOnceMore();
};

void TestNoAnswer::isGivenUpAfterThirtySecondsAndAskedOnceMore()
{
    begin();
    QVERIFY(signIn());
    practice().setFaults({QStringLiteral("hang,times=1")});
    QElapsedTimer waited;
    waited.start();
    session().refreshNow();
    QVERIFY(until([this] { return clock.nextAlarmIn() == 1s; }, 40s));
    QCOMPARE_GE(waited.elapsed(), 29'000);
    QCOMPARE_LE(waited.elapsed(), 33'000);
    QVERIFY2(accessToken(), "the old token is given out meanwhile");
    clock.advance(1s);
    VERIFY_UNTIL(state() == State::SignedIn);
    QCOMPARE(practice().refreshes().size(), 2);
    QVERIFY(!snapshot().problem);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestNoAnswer)
#include "test_noanswer.moc"
