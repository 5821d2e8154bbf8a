// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framekey::command
{

/// What `framekey` ends with. Scripts rely on these numbers: one is never given another meaning.
enum class ExitCode : int {
    Good = 0,
    Failed =
        1, ///< anything that has no number of its own: the client's settings, the server's answer, output
    Cancelled = 2,    ///< the person denied or cancelled
    NotRunning = 3,   ///< no Framekey runs, and none was to be or could be started
    SignInNeeded = 4, ///< only the person can help, by signing in
    Keychain = 5,     ///< the keychain is locked or absent
    TryLater = 6,     ///< network, server, time: the same may work later
    Refused = 7,      ///< the person did not allow it, could not be asked, or the socket is not to be trusted
    Usage = 64,       ///< the command line is wrong (EX_USAGE)
    NotExecutable = 126, ///< of `exec` and `simulate`, as shells have it
    NotFound = 127,      ///< of `exec` and `simulate`, as shells have it
    Interrupted = 130,   ///< Ctrl-C
};

} // namespace framekey::command
