// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections.h"

#include <arpa/inet.h>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <vector>

namespace framekey::practice
{
namespace
{

using NameCall = int (*)(int, sockaddr *, socklen_t *);

/// The port of one end of a TCP socket; 0 for anything else.
int portOf(int descriptor, NameCall name)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    if (name(descriptor, reinterpret_cast<sockaddr *>(&address), &size) != 0 || address.sin_family != AF_INET)
        return 0;
    return ntohs(address.sin_port);
}

std::vector<int> openDescriptors()
{
    std::vector<int> all;
    std::error_code ignored;
    for (const auto &entry : std::filesystem::directory_iterator("/proc/self/fd", ignored)) {
        const std::string name = entry.path().filename();
        int descriptor = -1;
        std::from_chars(name.data(), name.data() + name.size(), descriptor);
        all.push_back(descriptor);
    }
    return all;
}

/// The accepted sockets of a local port, all or the one to a remote port.
std::vector<int> acceptedSockets(int localPort, int remotePort = 0)
{
    std::vector<int> all;
    for (const int descriptor : openDescriptors()) {
        if (portOf(descriptor, getsockname) != localPort)
            continue;
        const int peer = portOf(descriptor, getpeername);
        if (peer != 0 && (remotePort == 0 || peer == remotePort))
            all.push_back(descriptor);
    }
    return all;
}

} // namespace

void Connections::close(int remotePort) const
{
    for (const int descriptor : acceptedSockets(m_localPort, remotePort))
        shutdown(descriptor, SHUT_RDWR);
}

void Connections::reset(int remotePort) const
{
    // What was written must reach the other side first: a reset throws away what is still in our queue.
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    sockaddr unspecified{};
    unspecified.sa_family = AF_UNSPEC;
    // Dissolving the association is what sends RST at once; closing comes too late, the library shuts down
    // first.
    for (const int descriptor : acceptedSockets(m_localPort, remotePort)) {
        if (connect(descriptor, &unspecified, sizeof unspecified) != 0)
            shutdown(descriptor, SHUT_RDWR);
    }
}

bool Connections::hasLeft(int remotePort) const
{
    const std::vector<int> sockets = acceptedSockets(m_localPort, remotePort);
    if (sockets.empty())
        return true;
    pollfd watched{sockets.front(), POLLRDHUP, 0};
    return poll(&watched, 1, 0) > 0;
}

void Connections::closeAll() const
{
    for (const int descriptor : acceptedSockets(m_localPort))
        shutdown(descriptor, SHUT_RDWR);
}

} // namespace framekey::practice
