// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketplace.h"

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace framekey::command
{

namespace
{

constexpr std::size_t longestPath = sizeof(sockaddr_un::sun_path) - 1;

std::string runtimeBase()
{
    const char *given = std::getenv("XDG_RUNTIME_DIR");
    if (given != nullptr && *given == '/')
        return given;
    char digits[16];
    const auto end = std::to_chars(digits, digits + sizeof digits, ::getuid()).ptr;
    return std::string("/run/user/").append(digits, end);
}

/// Also true of a folder that is root's and that nobody else can write to, where the person chose the place.
Folder look(const std::string &path, bool rootsWillDo)
{
    struct stat status{};
    if (::lstat(path.c_str(), &status) != 0)
        return Folder::Absent;
    const bool isOursAlone = status.st_uid == ::getuid() && (status.st_mode & 0077) == 0;
    const bool isSafe = (status.st_uid == ::getuid() || status.st_uid == 0) && (status.st_mode & 0022) == 0;
    return S_ISDIR(status.st_mode) && (isOursAlone || (rootsWillDo && isSafe)) ? Folder::Ours
                                                                               : Folder::Untrusted;
}

std::expected<SocketPlace, Trouble> given(const char *path)
{
    SocketPlace place{.folder = {}, .path = path, .isGiven = true};
    const auto slash = place.path.rfind('/');
    if (!place.path.starts_with('/'))
        return std::unexpected(
            Trouble{ExitCode::Usage, "FRAMEKEY_SOCKET is not a whole path, from / on.", {}});
    place.folder = place.path.substr(0, slash == 0 ? 1 : slash);
    return place;
}

} // namespace

std::expected<SocketPlace, Trouble> socketPlace()
{
    SocketPlace place;
    if (const char *path = std::getenv("FRAMEKEY_SOCKET"); path != nullptr && *path != '\0') {
        auto chosen = given(path);
        if (!chosen)
            return chosen;
        place = *std::move(chosen);
    } else {
        const std::string base = runtimeBase();
        const Folder found = look(base, false);
        if (found == Folder::Absent)
            return std::unexpected(
                Trouble{ExitCode::NotRunning,
                        "There is no runtime folder " + base + ", so no Framekey can be reached.",
                        "Sign in to this computer as the user who runs Framekey, or set "
                        "XDG_RUNTIME_DIR to a folder that is yours alone."});
        if (found == Folder::Untrusted)
            return std::unexpected(untrusted(base));
        place.folder = base + "/framekey";
        place.path = place.folder + "/agent";
    }
    if (place.path.size() > longestPath)
        return std::unexpected(Trouble{
            ExitCode::NotRunning, "The path of the socket is longer than a socket's can be: " + place.path,
            "Set XDG_RUNTIME_DIR or FRAMEKEY_SOCKET to a shorter one."});
    return place;
}

Folder lookAtFolder(const SocketPlace &place)
{
    return look(place.folder, place.isGiven);
}

Trouble untrusted(const std::string &path)
{
    return {ExitCode::Refused,
            path + " is not a folder of this user's alone, so what listens there is not trusted.",
            "Nothing was sent. Look who made it: ls -ld " + path};
}

} // namespace framekey::command
