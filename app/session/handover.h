// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framekey
{

/// Whether the desktop would bring a redirect with a private-use scheme (RFC 8252 7.1) to this program.
enum class HandOver {
    Ready,
    NotRegistered,  ///< no program has the scheme, or a Framekey that is no longer there
    AnotherProgram, ///< another has it
    OpenerRefuses,  ///< what opens addresses here would refuse this scheme, registered or not
    NotTaken,       ///< registering it did not work
    CannotTell,     ///< the desktop cannot be asked
};

} // namespace framekey
