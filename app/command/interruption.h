// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framekey::command
{

/// From now on Ctrl-C, SIGTERM and SIGHUP end nothing by themselves: what waits is woken, and asks. One that
/// is ignored (nohup) stays so.
void noteInterruptions();
[[nodiscard]] bool wasInterrupted();
/// The last one that came, 0 for none; it counts as seen from then on. Not what the terminal sent: a child in
/// the same group has it already.
[[nodiscard]] int takeInterruption();
/// For a child: as it was before `noteInterruptions`.
void forgetInterruptions();

} // namespace framekey::command
