// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pause.h"

#include <algorithm>
#include <ctime>

namespace framekey::command
{

void sleepFor(long milliseconds)
{
    const timespec time{.tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1'000'000};
    ::nanosleep(&time, nullptr);
}

void Pause::take()
{
    sleepFor(m_milliseconds);
    ++m_count;
    m_milliseconds = std::min(m_milliseconds * 2, 200L);
}

} // namespace framekey::command
