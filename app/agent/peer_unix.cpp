// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/peer.h"

#include <sys/socket.h>
#include <unistd.h>

namespace framekey
{

std::optional<Peer> peerOf(qintptr socket)
{
    ucred credentials{};
    socklen_t length = sizeof credentials;
    if (::getsockopt(static_cast<int>(socket), SOL_SOCKET, SO_PEERCRED, &credentials, &length) != 0)
        return std::nullopt;
    return Peer{.user = credentials.uid, .process = credentials.pid};
}

std::optional<uint> peerUser(qintptr socket)
{
    const auto peer = peerOf(socket);
    return peer ? std::optional(peer->user) : std::nullopt;
}

uint ownUser()
{
    return ::getuid();
}

} // namespace framekey
