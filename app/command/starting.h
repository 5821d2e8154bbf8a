// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection.h"
#include "socketplace.h"
#include "trouble.h"

#include <expected>

namespace framekey::command
{

enum class StartKind { Background, Window };

/// Starts the app and waits for its socket, until `deadline` at the longest. Of any number of callers one
/// starts it (a lock beside the socket) and the others wait with it. It belongs to no caller: not to its
/// session, its process group or its files, and where systemd keeps the user's services, not to its control
/// group.
[[nodiscard]] std::expected<Connection, Trouble> startApp(const SocketPlace &place, StartKind kind,
                                                          const Deadline &deadline);

} // namespace framekey::command
