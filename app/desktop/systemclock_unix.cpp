// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/systemclock.h"

#include <QSocketNotifier>

#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>

namespace framekey
{

using std::chrono::milliseconds;

namespace
{

// A QTimer stands still while the machine is suspended; a timerfd on CLOCK_BOOTTIME rings right after.
class BootTimeAlarm : public Alarm
{
public:
    BootTimeAlarm()
        : m_descriptor(timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC))
        , m_notifier(m_descriptor, QSocketNotifier::Read)
    {
        connect(&m_notifier, &QSocketNotifier::activated, this, &BootTimeAlarm::ring);
    }

    ~BootTimeAlarm() override
    {
        m_notifier.setEnabled(false);
        ::close(m_descriptor);
    }

    void setIn(milliseconds delay) override
    {
        m_isSet = true;
        // A timerfd set to zero is off.
        arm(std::max(delay, milliseconds(1)));
    }

    void stop() override
    {
        m_isSet = false;
        arm(milliseconds(0));
    }

    [[nodiscard]] bool isSet() const override { return m_isSet; }

private:
    void arm(milliseconds delay)
    {
        itimerspec setting{};
        setting.it_value.tv_sec = delay.count() / 1000;
        setting.it_value.tv_nsec = (delay.count() % 1000) * 1'000'000;
        timerfd_settime(m_descriptor, 0, &setting, nullptr);
    }

    void ring()
    {
        std::uint64_t expirations = 0;
        const bool expired = ::read(m_descriptor, &expirations, sizeof expirations) == sizeof expirations;
        if (!expired || !m_isSet)
            return;
        m_isSet = false;
        Q_EMIT rang();
    }

    int m_descriptor;
    QSocketNotifier m_notifier;
    bool m_isSet = false;
};

} // namespace

QDateTime SystemClock::nowUtc() const
{
    return QDateTime::currentDateTimeUtc();
}

milliseconds SystemClock::sinceBoot() const
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::duration_cast<milliseconds>(std::chrono::seconds(now.tv_sec) +
                                                    std::chrono::nanoseconds(now.tv_nsec));
}

std::unique_ptr<Alarm> SystemClock::makeAlarm()
{
    return std::make_unique<BootTimeAlarm>();
}

} // namespace framekey
