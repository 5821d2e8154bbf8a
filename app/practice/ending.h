// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framekey::practice
{

/// The reasons to end: SIGTERM, SIGINT, and the end of standard input where that is a pipe, a socket or a
/// terminal. Made before any thread, so that all of them leave these signals to it.
class Ending
{
public:
    Ending();
    ~Ending();
    Ending(const Ending &) = delete;
    Ending &operator=(const Ending &) = delete;

    /// Blocks until there is a reason.
    void wait();

private:
    bool m_watchesInput;
    int m_signals;
};

} // namespace framekey::practice
