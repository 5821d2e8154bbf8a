// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <poll.h>
#include <unistd.h>

namespace framekey::command
{

namespace
{

struct Character {
    std::uint32_t point = 0; ///< 0: none
    std::size_t size = 1;    ///< bytes
};

/// A stray byte is none.
Character firstOf(std::string_view text)
{
    const auto byte = [text](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return {.point = lead};
    const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    std::uint32_t point = lead & (0xffU >> (size + 1));
    for (std::size_t at = 1; at < size; ++at) {
        if (lead < 0xc2 || (byte(at) & 0xc0U) != 0x80)
            return {};
        point = point << 6 | (byte(at) & 0x3fU);
    }
    return {.point = point, .size = size};
}

bool isShown(std::uint32_t point)
{
    const bool isControl = point < 0x20 || (point >= 0x7f && point < 0xa0);
    const bool isOfDirection = point == 0x61c || point == 0x200e || point == 0x200f ||
                               (point >= 0x2028 && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
    return !isControl && !isOfDirection;
}

} // namespace

bool writeAll(int descriptor, std::string_view bytes, Full full)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0 && errno == EAGAIN && full == Full::IsWaitedFor) {
            pollfd writable{.fd = descriptor, .events = POLLOUT, .revents = 0};
            ::poll(&writable, 1, -1);
            continue;
        }
        if (written < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

ExitCode put(std::string_view data)
{
    if (writeAll(STDOUT_FILENO, data, Full::IsWaitedFor))
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
    while (!text.empty()) {
        const Character first = firstOf(text);
        if (isShown(first.point))
            kept += text.substr(0, first.size);
        text.remove_prefix(first.size);
    }
    return kept;
}

void say(std::string_view sentence)
{
    std::string line("framekey: ");
    line += printable(sentence);
    line += '\n';
    // Where nobody listens, the exit code still tells.
    static_cast<void>(writeAll(STDERR_FILENO, line, Full::IsWaitedFor));
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
