// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace framekey::test
{

/// "127.0.0.1:41234" for each TCP port this process listens on, as the kernel says; other addresses in the
/// kernel's own hexadecimal.
[[nodiscard]] QStringList listeningPorts();

/// How often this process has bound a socket to an address so far.
[[nodiscard]] int bindCount();

} // namespace framekey::test
