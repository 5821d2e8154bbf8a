// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calloptions.h"
#include "hardening.h"
#include "help.h"
#include "interruption.h"
#include "output.h"
#include "pause.h"
#include "simulation.h"
#include "verbs.h"

#include <csignal>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

namespace framekey::command
{

namespace
{

struct SimulateOptions {
    std::string_view fault;
    std::string_view account;
    std::optional<long> timeout;
    Arguments command;
};

/// Runs the command among what it was started with, but for what would lead it past the simulation.
pid_t start(Arguments command)
{
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    for (const char *name : {"FRAMEKEY_TOKEN", "FRAMEKEY_ACCOUNT", "FRAMEIO_TOKEN"})
        ::unsetenv(name);
    forgetInterruptions();
    ::_exit(static_cast<int>(replaceBy(command)));
}

/// Passes on what is to interrupt it, and ends it when the time is over.
int waitFor(pid_t child, std::optional<long> timeout)
{
    Deadline deadline;
    if (timeout)
        deadline = std::chrono::steady_clock::now() + std::chrono::seconds(*timeout);
    int status = 0;
    while (::waitpid(child, &status, WNOHANG) != child) {
        if (const int number = takeInterruption(); number != 0)
            ::kill(child, number);
        if (deadline && millisecondsTo(deadline) == 0)
            ::kill(child, SIGKILL);
        sleepFor(10);
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

ExitCode simulate(const SimulateOptions &options, Fault fault)
{
    noteInterruptions();
    Simulation simulation(fault, std::string(options.account.empty() ? "practice" : options.account));
    if (const auto begun = simulation.begin(); !begun)
        return report(begun.error());
    const pid_t child = start(options.command);
    if (child < 0)
        return report({ExitCode::Failed, "No other program can be started now."});
    return static_cast<ExitCode>(waitFor(child, options.timeout));
}

} // namespace

ExitCode runSimulate(Arguments arguments)
{
    SimulateOptions options;
    std::string_view time;
    ArgumentReader reader(arguments, ArgumentReader::Behind::Command);
    while (reader.next()) {
        if (reader.isOption({"--timeout"}, time))
            options.timeout = durationOf(reader, "--timeout", time);
        else if (!reader.isOption({"--account", "-a", "-u"}, options.account) &&
                 !reader.isWord(options.fault))
            reader.isNothing();
    }
    options.command = reader.rest();
    if (options.account.empty())
        options.account = environmentText("FRAMEKEY_ACCOUNT");
    const auto fault = faultOf(options.fault);
    if (!reader.wantsHelp() && !fault)
        reader.mistake("What is to go wrong? expired, revoked, offline or slow.");
    else if (!reader.wantsHelp() && options.command.empty())
        reader.mistake("There is no command: it stands behind --.");
    if (reader.wantsHelp() || reader.isWrong())
        return helpOrComplain(reader, "simulate");
    return simulate(options, *fault);
}

} // namespace framekey::command
