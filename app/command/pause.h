// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framekey::command
{

/// How often at most something is tried again: with the pauses between, about half a minute.
constexpr int mostPauses = 160;

/// Rests between tries: short at first, then longer, at most a fifth of a second.
class Pause
{
public:
    void take();
    [[nodiscard]] int count() const { return m_count; }

private:
    int m_count = 0;
    long m_milliseconds = 5;
};

/// Sleeps; a signal may end it early.
void sleepFor(long milliseconds);

} // namespace framekey::command
