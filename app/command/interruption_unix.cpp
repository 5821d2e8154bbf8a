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

constexpr std::initializer_list<int> interruptions{SIGINT, SIGTERM, SIGHUP};

void note(int number, siginfo_t *info, void *)
{
    came = number;
    if (info->si_code != SI_KERNEL)
        fresh = number;
}

struct sigaction actionOf(int number)
{
    struct sigaction action{};
    ::sigaction(number, nullptr, &action);
    return action;
}

} // namespace

void noteInterruptions()
{
    struct sigaction action{};
    action.sa_sigaction = note;
    action.sa_flags = SA_SIGINFO; // without SA_RESTART
    for (const int number : interruptions) {
        if (actionOf(number).sa_handler != SIG_IGN)
            ::sigaction(number, &action, nullptr);
    }
}

void forgetInterruptions()
{
    for (const int number : interruptions) {
        if (actionOf(number).sa_handler != SIG_IGN)
            ::signal(number, SIG_DFL);
    }
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
