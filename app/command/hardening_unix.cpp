// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardening.h"

#include "exitcode.h"

#include <csignal>
#include <fcntl.h>
#include <initializer_list>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace framekey::command
{

namespace
{

rlimit coreLimit{};
bool pipeWasIgnored = false;
bool childWasIgnored = false;

void leave(int)
{
    ::_exit(static_cast<int>(ExitCode::Interrupted));
}

/// A closed one is opened so that what it is for fails: a write to it is EBADF, as if it were closed still.
void takeStandardDescriptors()
{
    for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(number, F_GETFD) < 0)
            static_cast<void>(::open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY));
    }
}

} // namespace

void hardenProcess()
{
    ::prctl(PR_SET_DUMPABLE, 0L, 0L, 0L, 0L);
    // Only the soft limit: it can be given back to what `exec` runs.
    ::getrlimit(RLIMIT_CORE, &coreLimit);
    const rlimit none{.rlim_cur = 0, .rlim_max = coreLimit.rlim_max};
    ::setrlimit(RLIMIT_CORE, &none);
    pipeWasIgnored = ::signal(SIGPIPE, SIG_IGN) == SIG_IGN;
    // Where it is ignored, nobody can wait for a child.
    childWasIgnored = ::signal(SIGCHLD, SIG_DFL) == SIG_IGN;
    // Where it is ignored (nohup, a job in the background), it stays so.
    if (::signal(SIGINT, leave) == SIG_IGN)
        ::signal(SIGINT, SIG_IGN);
    takeStandardDescriptors();
}

void restoreForOthers()
{
    ::setrlimit(RLIMIT_CORE, &coreLimit);
    if (!pipeWasIgnored)
        ::signal(SIGPIPE, SIG_DFL);
    if (childWasIgnored)
        ::signal(SIGCHLD, SIG_IGN);
}

} // namespace framekey::command
