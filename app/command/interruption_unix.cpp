// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "interruption.h"

#include <csignal>
#include <initializer_list>

namespace framekey::command
{

namespace
{

volatile std::sig_atomic_t came = 0;
volatile std::sig_atomic_t fresh = 0;

void note(int number)
{
    came = number;
    fresh = number;
}

} // namespace

void noteInterruptions()
{
    struct sigaction action{};
    action.sa_handler = note; // without SA_RESTART
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(number, &action, nullptr);
}

bool wasInterrupted()
{
    return came != 0;
}

int takeInterruption()
{
    const int number = fresh;
    fresh = 0;
    return number;
}

} // namespace framekey::command
