// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardening.h"
#include "help.h"
#include "output.h"
#include "token.h"
#include "verbs.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace framekey::command
{

ExitCode replaceBy(Arguments command)
{
    restoreForOthers();
    // Behind the last argument of main stands a null pointer, as execvp(3) wants it.
    ::execvp(command.front(), command.data());
    const int error = errno;
    say(std::string(command.front()) + ": " + std::strerror(error));
    return error == ENOENT ? ExitCode::NotFound : ExitCode::NotExecutable;
}

ExitCode runExec(Arguments arguments)
{
    TokenWish wish;
    ArgumentReader reader(arguments, ArgumentReader::Behind::Command);
    while (reader.next()) {
        if (!wish.takes(reader))
            reader.isNothing();
    }
    wish.complete(reader);
    if (!reader.isWrong() && !reader.wantsHelp() && reader.rest().empty())
        reader.mistake("There is no command: it stands behind --.");
    if (reader.wantsHelp() || reader.isWrong())
        return helpOrComplain(reader, "exec");
    const auto answer = obtainToken(wish);
    if (!answer)
        return report(answer.error());
    ::setenv("FRAMEIO_TOKEN", std::string(answer->token.reveal()).c_str(), 1);
    return replaceBy(reader.rest());
}

} // namespace framekey::command
