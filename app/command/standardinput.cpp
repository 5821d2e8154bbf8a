// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "standardinput.h"

#include "jsonline.h"

#include <cerrno>
#include <unistd.h>

namespace framekey::command
{

namespace
{

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

} // namespace

Secret readLine()
{
    Secret line(longestLine);
    char byte = 0;
    for (;;) {
        const ssize_t count = ::read(STDIN_FILENO, &byte, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0 || byte == '\n')
            return Secret(trimmed(line.reveal()));
        if (line.isFull())
            return {};
        line.append(byte);
    }
}

} // namespace framekey::command
