// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connections.h"
#include "faultspec.h"

#include <chrono>
#include <condition_variable>
#include <httplib.h>
#include <mutex>

namespace framekey::practice
{

/// What a fault does to an answer on its way out, and to the connection under it.
class FaultDelivery
{
public:
    explicit FaultDelivery(const Connections &connections) : m_connections(connections) {}

    /// Blocks as long as the fault lasts; the connection is the one from that port.
    void apply(const Fault &fault, int remotePort, httplib::Response &response);
    /// Ends all waiting, now and later.
    void stop();

private:
    void drop(size_t count, int remotePort, httplib::Response &response) const;
    void wait(std::chrono::milliseconds longest);
    void hang(int remotePort);

    const Connections &m_connections;
    std::mutex m_mutex;
    std::condition_variable m_stopped;
    bool m_isStopping = false;
};

} // namespace framekey::practice
