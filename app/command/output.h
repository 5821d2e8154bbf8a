// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trouble.h"

#include <string_view>

namespace framekey::command
{

/// Writes all of it, in one call where the system takes it in one. False where that fails; `errno` says why.
enum class Full { Fails, IsWaitedFor };
[[nodiscard]] bool writeAll(int descriptor, std::string_view bytes, Full full = Full::Fails);

/// Gives data out. Where standard output is closed or full, what to say and end with instead.
[[nodiscard]] ExitCode put(std::string_view data);

/// A message on standard error, behind the program's name; control characters are left out of it.
void say(std::string_view sentence);

/// Says what went wrong and what helps, and gives what to end with.
ExitCode report(const Trouble &trouble);

/// Without control characters, those of C1 (U+0080 to U+009F) and of direction among them, and without what
/// is no UTF-8: what came from outside moves no cursor and turns no line round.
[[nodiscard]] std::string printable(std::string_view text);

} // namespace framekey::command
