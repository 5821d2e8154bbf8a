// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/renewalturns.h"

#include "fakeclock.h"
#include "testcase.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace framekey::test
{

using namespace std::chrono_literals;
using Haste = RenewalTurn::Haste;

/// Who may begin a refresh, and when.
class RenewalTurnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void one_neverWaits();
    void many_beginOneAfterAnother();
    void next_waitsForTheOneUnderWay();
    void next_doesNotWaitForAServerThatHangs();
    void somebodyWaits_goesFirstAndPastTheOneUnderWay();
    void somebodyWaits_atOnceAreSpreadToo();
    void haste_canComeLater();
    void askingAgain_losesNoPlace();
    void oneThatIsGone_isPassedOver();
    void ownTurn_needsNoGap();
    void stopped_onlyThoseInHasteBegin();
    void allGoing_letNoneBegin();

private:
    RenewalTurn &turn(int index) { return *m_turns[size_t(index)]; }
    void end(const QList<int> &indexes)
    {
        for (const int index : indexes)
            turn(index).end();
    }

    FakeClock m_clock;
    std::unique_ptr<RenewalTurns> m_all;
    std::vector<std::unique_ptr<RenewalTurn>> m_turns;
    QList<int> m_came;
};

namespace
{

constexpr int count = 4;
constexpr auto longestGap = 1500ms;

} // namespace

void RenewalTurnsTest::init()
{
    m_came.clear();
    m_all = std::make_unique<RenewalTurns>(m_clock);
    for (int index = 0; index < count; ++index) {
        m_turns.push_back(std::make_unique<RenewalTurn>(*m_all));
        connect(m_turns.back().get(), &RenewalTurn::came, this, [this, index] { m_came += index; });
    }
}

void RenewalTurnsTest::cleanup()
{
    m_turns.clear();
    m_all.reset();
}

void RenewalTurnsTest::one_neverWaits()
{
    for (int time = 1; time <= 3; ++time) {
        turn(0).ask(Haste::None);
        QCOMPARE(m_came.size(), time);
        QVERIFY(!turn(0).isWaiting());
        turn(0).end();
    }
    QVERIFY(!m_clock.nextAlarmIn()); // nobody is woken for nothing
}

void RenewalTurnsTest::many_beginOneAfterAnother()
{
    for (const auto &each : m_turns)
        each->ask(Haste::None);
    QCOMPARE(m_came, QList{0});
    QVERIFY(turn(1).isWaiting());
    for (int index = 0; index + 1 < count; ++index) {
        turn(index).end(); // an answer that comes at once does not shorten the gap
        m_clock.advance(999ms);
        QCOMPARE(m_came.size(), index + 1);
        m_clock.advance(*m_clock.nextAlarmIn());
        QCOMPARE(m_came.size(), index + 2);
    }
    QCOMPARE(m_came, (QList{0, 1, 2, 3}));
}

void RenewalTurnsTest::next_waitsForTheOneUnderWay()
{
    turn(0).ask(Haste::None);
    turn(1).ask(Haste::None);
    m_clock.advance(4s);
    QCOMPARE(m_came, QList{0});
    turn(0).end();
    QCOMPARE(m_came, (QList{0, 1}));
}

void RenewalTurnsTest::next_doesNotWaitForAServerThatHangs()
{
    turn(0).ask(Haste::None);
    turn(1).ask(Haste::None);
    turn(2).ask(Haste::None);
    m_clock.advance(5s);
    QCOMPARE(m_came, (QList{0, 1}));
    turn(1).end();
    m_clock.advance(longestGap);
    QCOMPARE(m_came, (QList{0, 1, 2}));
}

void RenewalTurnsTest::somebodyWaits_goesFirstAndPastTheOneUnderWay()
{
    turn(0).ask(Haste::None);
    turn(1).ask(Haste::None);
    m_clock.advance(1s);
    turn(2).ask(Haste::SomebodyWaits);
    QCOMPARE(m_came, (QList{0, 2}));
    QVERIFY(turn(1).isWaiting());
}

void RenewalTurnsTest::somebodyWaits_atOnceAreSpreadToo()
{
    for (const auto &each : m_turns)
        each->ask(Haste::SomebodyWaits);
    QCOMPARE(m_came, QList{0});
    m_clock.advance(249ms);
    QCOMPARE(m_came, QList{0});
    m_clock.advance(1ms);
    QCOMPARE(m_came, (QList{0, 1}));
    m_clock.advance(500ms);
    QCOMPARE(m_came, (QList{0, 1, 2, 3}));
}

void RenewalTurnsTest::haste_canComeLater()
{
    for (const auto &each : m_turns)
        each->ask(Haste::None);
    turn(3).ask(Haste::SomebodyWaits);
    turn(3).ask(Haste::None); // the haste stays
    m_clock.advance(250ms);
    QCOMPARE(m_came, (QList{0, 3}));
}

void RenewalTurnsTest::askingAgain_losesNoPlace()
{
    for (const auto &each : m_turns)
        each->ask(Haste::None);
    turn(1).ask(Haste::None);
    turn(0).end();
    m_clock.advance(longestGap);
    QCOMPARE(m_came, (QList{0, 1}));
}

void RenewalTurnsTest::oneThatIsGone_isPassedOver()
{
    for (const auto &each : m_turns)
        each->ask(Haste::None);
    turn(1).end(); // signed out meanwhile
    QVERIFY(!turn(1).isWaiting());
    m_turns[0].reset(); // removed, with its request under way
    m_clock.advance(longestGap);
    QCOMPARE(m_came, (QList{0, 2}));
}

void RenewalTurnsTest::ownTurn_needsNoGap()
{
    turn(0).ask(Haste::None);
    turn(0).end();
    turn(1).ask(Haste::None);
    turn(0).ask(Haste::None);
    QCOMPARE(m_came, QList{0}); // the other came first
    end({1});
    QCOMPARE(m_came, (QList{0, 0}));
}

void RenewalTurnsTest::stopped_onlyThoseInHasteBegin()
{
    turn(0).ask(Haste::None);
    turn(1).ask(Haste::None);
    turn(0).end();
    m_all->stop();
    m_clock.advance(10s);
    QCOMPARE(m_came, QList{0});
    turn(2).ask(Haste::SomebodyWaits);
    QCOMPARE(m_came, (QList{0, 2}));
    QVERIFY(!m_clock.nextAlarmIn());
}

void RenewalTurnsTest::allGoing_letNoneBegin()
{
    for (const auto &each : m_turns)
        each->ask(Haste::None);
    m_clock.advance(longestGap); // only the one under way is waited for
    m_turns.clear();
    QCOMPARE(m_came, QList{0}); // a refresh that is cut off could use up the refresh token
}

static const TestCase<RenewalTurnsTest> testCase("renewalturns");

} // namespace framekey::test

#include "tst_renewalturns.moc"
