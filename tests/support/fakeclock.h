// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/clock.h"

#include <optional>
#include <vector>

namespace framekey::test
{

class FakeAlarm;

/// A clock that stands still until a test moves it. Its alarms ring from within `advance`, at their own
/// instants and in their order. Outlives its alarms.
class FakeClock : public Clock
{
public:
    FakeClock();

    [[nodiscard]] QDateTime nowUtc() const override { return m_wall; }
    [[nodiscard]] std::chrono::milliseconds sinceBoot() const override { return m_boot; }
    [[nodiscard]] std::unique_ptr<Alarm> makeAlarm() override;

    /// Both clocks go on by this.
    void advance(std::chrono::milliseconds duration);
    /// The machine sleeps: both clocks go on, and what would have rung meanwhile rings afterwards.
    void suspend(std::chrono::milliseconds duration);
    /// The wall clock alone is put forward or back, as people and NTP do.
    void jumpWall(std::chrono::milliseconds by) { m_wall = m_wall.addMSecs(by.count()); }
    /// The machine starts anew: the boot clock begins again, the wall clock does not.
    void reboot() { m_boot = std::chrono::minutes(1); }

    /// Until the next alarm; none: no alarm is set.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextAlarmIn() const;

private:
    friend class FakeAlarm;
    [[nodiscard]] FakeAlarm *nextAlarm() const;

    QDateTime m_wall;
    std::chrono::milliseconds m_boot;
    std::vector<FakeAlarm *> m_alarms;
};

} // namespace framekey::test
