// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/heartbeat.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFile>
#include <QList>

namespace framekey::test
{

using namespace std::chrono_literals;

namespace
{

constexpr auto interval = 5ms;

/// How long this thread was ready to run and was not let (the second figure of schedstat).
std::chrono::nanoseconds starved()
{
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return std::chrono::nanoseconds(file.readAll().split(' ').value(1).toLongLong());
}

} // namespace

Heartbeat::Heartbeat()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(interval);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
}

Heartbeat &Heartbeat::ofThisThread()
{
    thread_local Heartbeat heartbeat;
    return heartbeat;
}

void Heartbeat::beat()
{
    const std::chrono::nanoseconds waited(m_sinceBeat.nsecsElapsed());
    const std::chrono::nanoseconds starvedNow = starved();
    const auto stall = waited - interval - (starvedNow - m_starvedBefore);
    m_longest = std::max(m_longest, std::chrono::duration_cast<std::chrono::milliseconds>(stall));
    m_onBeat();
    // What the condition itself took is the test's, not the program's.
    m_starvedBefore = starved();
    m_sinceBeat.start();
}

bool Heartbeat::until(const std::function<bool()> &condition, std::chrono::milliseconds limit)
{
    if (condition())
        return true;
    QEventLoop loop;
    bool held = false;
    const QDeadlineTimer deadline(limit);
    m_onBeat = [&] {
        held = condition();
        if (held || deadline.hasExpired())
            loop.quit();
    };
    m_starvedBefore = starved();
    m_sinceBeat.start();
    m_timer.start();
    loop.exec();
    m_timer.stop();
    return held;
}

bool until(const std::function<bool()> &condition, std::chrono::milliseconds limit)
{
    return Heartbeat::ofThisThread().until(condition, limit);
}

void pass(std::chrono::milliseconds time)
{
    until([] { return false; }, time);
}

} // namespace framekey::test
