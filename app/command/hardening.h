// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framekey::command
{

/// No core, no reading of this process by others of the same user; a closed pipe is an error, not an end; and
/// standard input, output and error are taken, so that no socket ever gets their numbers. The first thing
/// called.
void hardenProcess();

/// Before another program is run in this one's place: it gets the signals and limits this one was started
/// with.
void restoreForOthers();

} // namespace framekey::command
