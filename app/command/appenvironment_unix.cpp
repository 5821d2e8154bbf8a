// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appprogram.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>

namespace framekey::command
{

namespace
{

constexpr std::array<std::string_view, 37> names{"DISPLAY",
                                                 "WAYLAND_DISPLAY",
                                                 "XAUTHORITY",
                                                 "DESKTOP_SESSION",
                                                 "SESSION_MANAGER",
                                                 "DBUS_SESSION_BUS_ADDRESS",
                                                 "GNOME_KEYRING_CONTROL",
                                                 "KDE_FULL_SESSION",
                                                 "KDE_SESSION_VERSION",
                                                 "PATH",
                                                 "HOME",
                                                 "USER",
                                                 "LOGNAME",
                                                 "SHELL",
                                                 "TMPDIR",
                                                 "TZ",
                                                 "LANG",
                                                 "LANGUAGE",
                                                 "BROWSER",
                                                 "NO_COLOR",
                                                 "SSL_CERT_FILE",
                                                 "SSL_CERT_DIR",
                                                 "http_proxy",
                                                 "https_proxy",
                                                 "ftp_proxy",
                                                 "all_proxy",
                                                 "no_proxy",
                                                 "HTTP_PROXY",
                                                 "HTTPS_PROXY",
                                                 "FTP_PROXY",
                                                 "ALL_PROXY",
                                                 "NO_PROXY",
                                                 "XMODIFIERS",
                                                 "GTK_MODULES",
                                                 "NO_AT_BRIDGE",
                                                 "COLORFGBG",
                                                 "OPENSSL_CONF"};
constexpr std::array<std::string_view, 3> beginnings{"XDG_", "LC_", "QT_"};

bool isNeeded(std::string_view entry)
{
    const std::string_view name = entry.substr(0, entry.find('='));
    const auto begins = [name](std::string_view beginning) { return name.starts_with(beginning); };
    return std::ranges::find(names, name) != names.end() || std::ranges::any_of(beginnings, begins);
}

/// One field of a line that colons part.
std::string_view field(std::string_view line, int number)
{
    for (; number > 0; --number)
        line.remove_prefix(std::min(line.find(':'), line.size() - 1) + 1);
    return line.substr(0, line.find(':'));
}

std::string fileText(const char *path)
{
    std::string text;
    const int file = ::open(path, O_RDONLY | O_CLOEXEC);
    char piece[4096];
    for (ssize_t count = 1; file >= 0 && (count = ::read(file, piece, sizeof piece)) > 0;)
        text.append(piece, static_cast<std::size_t>(count));
    if (file >= 0)
        ::close(file);
    return text;
}

/// Read by hand: a static program has no name service.
std::string homeFromPasswd(std::string_view user)
{
    const std::string passwd = fileText("/etc/passwd");
    for (std::string_view rest = passwd; !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        if (!line.empty() && field(line, 2) == user)
            return std::string(field(line, 5));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    return {};
}

bool has(const std::vector<std::string> &entries, std::string_view name)
{
    return std::ranges::any_of(entries, [name](const std::string &entry) {
        return entry.starts_with(name) && entry.size() > name.size() && entry[name.size()] == '=';
    });
}

} // namespace

std::vector<std::string> environmentForApp()
{
    std::vector<std::string> kept;
    for (char **entry = environ; *entry != nullptr; ++entry) {
        if (isNeeded(*entry))
            kept.emplace_back(*entry);
    }
    // What cron and `env -i` leave out.
    char digits[16];
    const std::string user(digits, std::to_chars(digits, digits + sizeof digits, ::getuid()).ptr);
    const char *runtime = std::getenv("XDG_RUNTIME_DIR");
    if (runtime == nullptr || *runtime != '/') {
        std::erase_if(kept, [](const std::string &entry) { return entry.starts_with("XDG_RUNTIME_DIR="); });
        kept.push_back("XDG_RUNTIME_DIR=/run/user/" + user);
    }
    if (!has(kept, "PATH"))
        kept.emplace_back("PATH=/usr/local/bin:/usr/bin:/bin");
    if (const std::string home = has(kept, "HOME") ? std::string() : homeFromPasswd(user); !home.empty())
        kept.push_back("HOME=" + home);
    return kept;
}

} // namespace framekey::command
