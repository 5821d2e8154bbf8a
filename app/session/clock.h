// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <memory>

namespace framekey
{

/// Port: a single wake-up that also counts the time a machine is suspended (CLOCK_BOOTTIME).
class Alarm : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    virtual void setIn(std::chrono::milliseconds delay) = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual bool isSet() const = 0;

Q_SIGNALS:
    void rang();
};

/// Port: the time. Two clocks, since either alone lies: the wall clock is set back and forth by people and
/// NTP, the boot clock is not the server's. Expiry is decided by whichever says "ended" first.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime nowUtc() const = 0;
    /// Since boot, suspended time included.
    [[nodiscard]] virtual std::chrono::milliseconds sinceBoot() const = 0;
    [[nodiscard]] virtual std::unique_ptr<Alarm> makeAlarm() = 0;
};

} // namespace framekey
