// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <thread>

namespace framekey
{

/// Begins, in a thread of its own, what the first use of TLS in a process would do where it happens: Qt loads
/// OpenSSL, and from Qt 6.8 on reads every certificate of the system, 60 ms in which a window stands still.
/// Whoever uses TLS before it is done waits for the rest of it. To be joined before the program ends: OpenSSL
/// keeps something for each thread until that has ended, which Qt's pool does not wait for.
[[nodiscard]] std::jthread loadTlsAhead();

} // namespace framekey
