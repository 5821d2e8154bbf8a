// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trouble.h"

#include <expected>
#include <string>

namespace framekey::command
{

/// Where the app's socket is looked for.
struct SocketPlace {
    std::string folder;
    std::string path;
    bool isGiven = false; ///< by FRAMEKEY_SOCKET: nothing is started then
};

/// By FRAMEKEY_SOCKET, else `$XDG_RUNTIME_DIR/framekey/agent`, else `/run/user/<uid>/framekey/agent`. The
/// trouble is a place where no socket can be, or one that others could have made.
[[nodiscard]] std::expected<SocketPlace, Trouble> socketPlace();

/// What stands where the socket's folder is to be.
enum class Folder { Absent, Ours, Untrusted };
[[nodiscard]] Folder lookAtFolder(const SocketPlace &place);

/// The words for a folder that others could have made or can write to.
[[nodiscard]] Trouble untrusted(const std::string &path);

} // namespace framekey::command
