// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardening.h"
#include "help.h"
#include "output.h"
#include "verb.h"

#include <unistd.h>

using namespace framekey::command;

namespace
{

ExitCode run(Arguments arguments)
{
    if (arguments.empty())
        return put(overview()) == ExitCode::Good ? ExitCode::Usage : ExitCode::Failed;
    // As people type it who come from gh.
    if (std::string_view(arguments.front()) == "auth" && arguments.size() > 1)
        arguments = arguments.subspan(1);
    return runVerb(arguments.front(), arguments.subspan(1));
}

} // namespace

int main(int argc, char **argv)
{
    hardenProcess();
    const auto count = static_cast<std::size_t>(argc);
    const ExitCode exitCode = run(count > 1 ? Arguments(argv + 1, count - 1) : Arguments());
    // Nothing is buffered, and nothing of the process is needed any more.
    ::_exit(static_cast<int>(exitCode));
}
