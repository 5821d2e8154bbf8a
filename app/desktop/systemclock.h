// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/clock.h"

namespace framekey
{

/// The machine's own time: wall clock and CLOCK_BOOTTIME, with alarms that also ring for the time it slept.
class SystemClock : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override;
    [[nodiscard]] std::chrono::milliseconds sinceBoot() const override;
    [[nodiscard]] std::unique_ptr<Alarm> makeAlarm() override;
};

} // namespace framekey
