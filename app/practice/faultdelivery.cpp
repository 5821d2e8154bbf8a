// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultdelivery.h"

#include <algorithm>
#include <utility>

namespace framekey::practice
{
namespace
{

constexpr size_t hugeSize = 64UL * 1024 * 1024;

void makeHuge(httplib::Response &response)
{
    response.body.clear();
    response.headers.erase("Content-Type");
    response.set_content_provider(hugeSize, "application/json",
                                  [](size_t offset, size_t length, httplib::DataSink &sink) {
                                      const std::string head = offset == 0 ? "{\"padding\":\"" : "";
                                      const size_t wanted = std::min<size_t>(length, 65'536) - head.size();
                                      const std::string block = head + std::string(wanted, 'a');
                                      return sink.write(block.data(), block.size());
                                  });
}

} // namespace

void FaultDelivery::apply(const Fault &fault, int remotePort, httplib::Response &response)
{
    if (fault.name == "delay")
        wait(std::chrono::milliseconds(fault.number()));
    else if (fault.name == "hang")
        hang(remotePort);
    else if (fault.name == "huge")
        makeHuge(response);
    else if (fault.name == "lost")
        m_connections.close(remotePort);
    else if (fault.name == "drop")
        drop(fault.number(), remotePort, response);
}

void FaultDelivery::drop(size_t count, int remotePort, httplib::Response &response) const
{
    if (response.body.empty()) {
        m_connections.reset(remotePort);
        return;
    }
    const std::string body = std::exchange(response.body, {});
    const std::string contentType = response.get_header_value("Content-Type");
    response.headers.erase("Content-Type");
    response.set_content_provider(body.size(), contentType,
                                  [=, this](size_t, size_t, httplib::DataSink &sink) {
                                      sink.write(body.data(), std::min(count, body.size() - 1));
                                      m_connections.reset(remotePort);
                                      return false;
                                  });
}

void FaultDelivery::wait(std::chrono::milliseconds longest)
{
    std::unique_lock lock(m_mutex);
    m_stopped.wait_for(lock, longest, [this] { return m_isStopping; });
}

void FaultDelivery::hang(int remotePort)
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping && !m_connections.hasLeft(remotePort))
        m_stopped.wait_for(lock, std::chrono::milliseconds(50));
    m_connections.close(remotePort);
}

void FaultDelivery::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
    }
    m_stopped.notify_all();
}

} // namespace framekey::practice
