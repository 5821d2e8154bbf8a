// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <httplib.h>
#include <mutex>
#include <thread>

namespace framekey::practice
{

/// A thread for each connection: the library's own pool of 8 is blocked by 8 browsers that say nothing yet.
class ThreadPerConnection : public httplib::TaskQueue
{
public:
    void enqueue(std::function<void()> task) override
    {
        std::unique_lock lock(m_mutex);
        ++m_running;
        std::thread([this, work = std::move(task)] {
            work();
            std::unique_lock ending(m_mutex);
            --m_running;
            std::notify_all_at_thread_exit(m_ended, std::move(ending));
        }).detach();
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
