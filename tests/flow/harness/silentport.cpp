// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/silentport.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace framekey::test
{

namespace
{

constexpr int moreThanTheQueue = 3;

}

SilentPort::SilentPort()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *general = reinterpret_cast<sockaddr *>(&address);
    socklen_t size = sizeof address;
    m_sockets.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    ::bind(m_sockets.front(), general, size);
    ::listen(m_sockets.front(), 0);
    ::getsockname(m_sockets.front(), general, &size);
    m_number = ntohs(address.sin_port);
    for (int i = 0; i < moreThanTheQueue; ++i) {
        m_sockets.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        ::connect(m_sockets.back(), general, size);
    }
}

SilentPort::~SilentPort()
{
    for (const int descriptor : m_sockets)
        ::close(descriptor);
}

} // namespace framekey::test
