// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace framekey::command
{

bool writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

ExitCode put(std::string_view data)
{
    if (writeAll(STDOUT_FILENO, data))
        return ExitCode::Good;
    std::string sentence("Standard output does not take it: ");
    sentence += errno == EBADF ? "it is closed" : std::strerror(errno);
    sentence += '.';
    say(sentence);
    return ExitCode::Failed;
}

std::string printable(std::string_view text)
{
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto following = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        if (byte == 0xc2 && following >= 0x80 && following < 0xa0)
            ++i;
        else if (byte >= 0x20 && byte != 0x7f)
            kept += text[i];
    }
    return kept;
}

void say(std::string_view sentence)
{
    std::string line("framekey: ");
    line += printable(sentence);
    line += '\n';
    // Where nobody listens, the exit code still tells.
    static_cast<void>(writeAll(STDERR_FILENO, line));
}

ExitCode report(const Trouble &trouble)
{
    if (!trouble.problem.empty())
        say(trouble.problem);
    if (!trouble.next.empty())
        say(trouble.next);
    return trouble.exitCode;
}

} // namespace framekey::command
