// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeclock.h"

#include <QTimeZone>

#include <algorithm>

namespace framekey::test
{

using std::chrono::milliseconds;

class FakeAlarm : public Alarm
{
public:
    explicit FakeAlarm(FakeClock &clock) : m_clock(clock) { clock.m_alarms.push_back(this); }
    ~FakeAlarm() override { std::erase(m_clock.m_alarms, this); }

    void setIn(milliseconds delay) override
    {
        m_due = m_clock.sinceBoot() + std::max(delay, milliseconds(1));
    }
    void stop() override { m_due.reset(); }
    [[nodiscard]] bool isSet() const override { return m_due.has_value(); }
    [[nodiscard]] std::optional<milliseconds> due() const { return m_due; }

    void ring()
    {
        m_due.reset();
        Q_EMIT rang();
    }

private:
    FakeClock &m_clock;
    std::optional<milliseconds> m_due;
};

FakeClock::FakeClock()
    : m_wall(QDate(2026, 11, 24), QTime(12, 0), QTimeZone::utc()), m_boot(std::chrono::hours(5))
{
}

std::unique_ptr<Alarm> FakeClock::makeAlarm()
{
    return std::make_unique<FakeAlarm>(*this);
}

FakeAlarm *FakeClock::nextAlarm() const
{
    FakeAlarm *next = nullptr;
    for (FakeAlarm *alarm : m_alarms) {
        if (alarm->isSet() && (!next || alarm->due() < next->due()))
            next = alarm;
    }
    return next;
}

void FakeClock::advance(milliseconds duration)
{
    const milliseconds end = m_boot + duration;
    const auto goTo = [this](milliseconds instant) {
        m_wall = m_wall.addMSecs((instant - m_boot).count());
        m_boot = instant;
    };
    for (FakeAlarm *alarm = nextAlarm(); alarm && *alarm->due() <= end; alarm = nextAlarm()) {
        goTo(std::max(*alarm->due(), m_boot));
        alarm->ring();
    }
    goTo(end);
}

void FakeClock::suspend(milliseconds duration)
{
    jumpWall(duration);
    m_boot += duration;
    for (FakeAlarm *alarm = nextAlarm(); alarm && *alarm->due() <= m_boot; alarm = nextAlarm())
        alarm->ring();
}

std::optional<milliseconds> FakeClock::nextAlarmIn() const
{
    const FakeAlarm *next = nextAlarm();
    return next ? std::optional(*next->due() - m_boot) : std::nullopt;
}

} // namespace framekey::test
