// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace framekey
{

/// The process at the other end of a local socket, as the kernel knows it (SO_PEERCRED).
struct Peer {
    uint user = 0;
    qint64 process = 0;
};

[[nodiscard]] std::optional<Peer> peerOf(qintptr socket);
[[nodiscard]] std::optional<uint> peerUser(qintptr socket);
[[nodiscard]] uint ownUser();

} // namespace framekey
