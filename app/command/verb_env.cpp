// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "help.h"
#include "output.h"
#include "token.h"
#include "verbs.h"

#include <algorithm>
#include <array>

namespace framekey::command
{

namespace
{

/// How a shell is told of a variable.
struct Shell {
    std::string_view name;
    std::string_view before; ///< the variable's name
    std::string_view between;
    std::string_view behind;
    std::string_view escaped; ///< characters that `escape` is put before, within the quotes
    std::string_view escape;
};

// Within single quotes POSIX shells know no escape: the quotes end, and begin again.
constexpr std::array<Shell, 5> shells{{
    {"sh", "export ", "='", "'\n", "'", "'\\"},
    {"sh-no-export", "", "='", "'\n", "'", "'\\"},
    {"fish", "set -gx ", " '", "'\n", "'\\", "\\"},
    {"csh", "setenv ", " '", "';\n", "'!", "'\\"},
    {"powershell", "$Env:", " = '", "'\n", "'", "'"},
}};

void escape(Secret &out, const Shell &shell, char c)
{
    if (shell.escaped.find(c) != std::string_view::npos)
        out.append(shell.escape);
    out.append(c);
    // What ended the quotes begins them again.
    if (shell.escaped.find(c) != std::string_view::npos && shell.escape.size() > 1)
        out.append('\'');
}

void assign(Secret &out, const Shell &shell, std::string_view name, std::string_view value)
{
    out.append(shell.before);
    out.append(name);
    out.append(shell.between);
    for (const char c : value)
        escape(out, shell, c);
    out.append(shell.behind);
}

} // namespace

ExitCode runEnv(Arguments arguments)
{
    TokenWish wish;
    std::string_view format = "sh";
    std::string_view word;
    ArgumentReader reader(arguments);
    while (reader.next()) {
        if (!wish.takes(reader) && !reader.isOption({"--format"}, format) && !reader.isWord(word))
            reader.isNothing();
    }
    const auto *shell = std::ranges::find(shells, format, &Shell::name);
    if (shell == shells.end())
        reader.mistake("--format is one of sh, sh-no-export, fish, csh, powershell.");
    wish.complete(reader, word);
    if (reader.wantsHelp() || reader.isWrong())
        return helpOrComplain(reader, "env");
    const auto answer = obtainToken(wish);
    if (!answer)
        return report(answer.error());
    Secret out(5 * answer->token.reveal().size() + 256);
    assign(out, *shell, "FRAMEIO_TOKEN", answer->token.reveal());
    if (!answer->expiresAt.empty() && answer->expiresAt.size() < 40)
        assign(out, *shell, "FRAMEIO_TOKEN_EXPIRES_AT", answer->expiresAt);
    return put(out.reveal());
}

} // namespace framekey::command
