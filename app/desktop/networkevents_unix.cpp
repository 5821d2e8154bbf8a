// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/networkevents.h"

#include <QNetworkInterface>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/socket.h>
#include <unistd.h>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr auto swarmLasts = 1s;
constexpr unsigned int groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV4_ROUTE | RTMGRP_IPV6_ROUTE;

int openRouteSocket()
{
    const int descriptor = ::socket(AF_NETLINK, SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, NETLINK_ROUTE);
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    address.nl_groups = groups;
    if (descriptor >= 0 && ::bind(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        ::close(descriptor);
        return -1;
    }
    return descriptor;
}

QSet<int> linksWithoutCarrier()
{
    QSet<int> links;
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        if (!interface.flags().testFlag(QNetworkInterface::IsRunning))
            links.insert(interface.index());
    }
    return links;
}

// What NLMSG_DATA does, without its old-style cast.
template <typename Payload>
const Payload *payload(const nlmsghdr &message)
{
    return reinterpret_cast<const Payload *>(&message + 1);
}

// A network card scanning the air says "new link" all the time: what counts is the carrier's return.
bool isCarrierBack(const ifinfomsg &link, QSet<int> &downLinks)
{
    if ((link.ifi_flags & IFF_RUNNING) != 0)
        return downLinks.remove(link.ifi_index);
    downLinks.insert(link.ifi_index);
    return false;
}

bool isGoodNews(const nlmsghdr &message, QSet<int> &downLinks)
{
    switch (message.nlmsg_type) {
    case RTM_NEWLINK:
        return isCarrierBack(*payload<ifinfomsg>(message), downLinks);
    case RTM_NEWROUTE:
        return payload<rtmsg>(message)->rtm_dst_len == 0;
    case RTM_NEWADDR:
        return true;
    default:
        return false;
    }
}

} // namespace

NetworkEvents::NetworkEvents(QObject *parent) : QObject(parent)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(swarmLasts);
    connect(&m_settled, &QTimer::timeout, this, &NetworkEvents::mayBeBack);
}

NetworkEvents::~NetworkEvents()
{
    close();
}

void NetworkEvents::setWatching(bool watching)
{
    if (watching == (m_descriptor >= 0))
        return;
    if (watching)
        open();
    else
        close();
}

void NetworkEvents::open()
{
    m_descriptor = openRouteSocket();
    if (m_descriptor < 0)
        return;
    m_downLinks = linksWithoutCarrier();
    m_notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &NetworkEvents::read);
}

void NetworkEvents::close()
{
    m_settled.stop();
    delete m_notifier;
    m_notifier = nullptr;
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

void NetworkEvents::read()
{
    alignas(nlmsghdr) std::array<char, 16384> buffer{};
    ssize_t size = 0;
    bool good = false;
    while ((size = ::recv(m_descriptor, buffer.data(), buffer.size(), 0)) > 0) {
        const auto *message = reinterpret_cast<const nlmsghdr *>(buffer.data());
        for (auto left = static_cast<unsigned int>(size); NLMSG_OK(message, left);
             message = NLMSG_NEXT(message, left))
            good |= isGoodNews(*message, m_downLinks);
    }
    // So many events that some were dropped: one of them may have been it.
    good |= size < 0 && errno == ENOBUFS;
    if (good && !m_settled.isActive())
        m_settled.start();
}

} // namespace framekey
