// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <httplib.h>
#include <mutex>
#include <thread>
#include <utility>

namespace framekey::practice
{

/// A thread for each connection: the library's own pool of 8 is blocked by 8 browsers that say nothing yet.
class ThreadPerConnection : public httplib::TaskQueue
{
public:
    /// Whether it was taken, as cpp-httplib of Debian 13 asks; Debian 12's asks nothing.
    using Taken = decltype(std::declval<httplib::TaskQueue &>().enqueue(std::function<void()>()));

    Taken enqueue(std::function<void()> task) override
    {
        const std::scoped_lock lock(m_mutex);
        ++m_running;
        std::thread([this, work = std::move(task)] {
            work();
            // Told under the lock: once it is free, this object may be gone.
            const std::scoped_lock ending(m_mutex);
            --m_running;
            m_ended.notify_all();
        }).detach();
        return static_cast<Taken>(true);
    }

    void shutdown() override
    {
        std::unique_lock lock(m_mutex);
        m_ended.wait(lock, [this] { return m_running == 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_ended;
    int m_running = 0;
};

} // namespace framekey::practice
