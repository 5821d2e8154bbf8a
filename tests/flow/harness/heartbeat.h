// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>
#include <functional>

namespace framekey::test
{

/// Watches how long this thread's event loop lets a timer wait, in what `until` waits for. Time in which the
/// kernel had given the processors to others is taken off: it is the machine's load, not our blocking.
class Heartbeat
{
public:
    Heartbeat();

    /// Runs the event loop until the condition holds; false where it does not within the limit.
    bool until(const std::function<bool()> &condition, std::chrono::milliseconds limit);
    /// The longest since the last `reset`.
    [[nodiscard]] std::chrono::milliseconds longestStall() const { return m_longest; }
    void reset() { m_longest = {}; }

    static Heartbeat &ofThisThread();

private:
    void beat();

    QTimer m_timer;
    QElapsedTimer m_sinceBeat;
    std::chrono::nanoseconds m_starvedBefore{};
    std::chrono::milliseconds m_longest{};
    std::function<void()> m_onBeat;
};

/// Runs the event loop until the condition holds, watched by this thread's heartbeat.
bool until(const std::function<bool()> &condition,
           std::chrono::milliseconds limit = std::chrono::seconds(10));
/// Lets that much time go by, watched as well.
void pass(std::chrono::milliseconds time);

} // namespace framekey::test

/// Fails the test where the expression does not become true in 10 s.
#define VERIFY_UNTIL(expression)                                                                             \
    QVERIFY2(framekey::test::until([&] { return bool(expression); }), #expression)
