// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appprogram.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <unistd.h>

namespace framekey::command
{

namespace
{

constexpr std::string_view usualPath = "/usr/local/bin:/usr/bin:/bin";

bool isProgram(const std::string &path)
{
    return ::access(path.c_str(), X_OK) == 0;
}

std::string ownFolder()
{
    char path[4096];
    const ssize_t length = ::readlink("/proc/self/exe", path, sizeof path);
    const std::string_view whole(path, length > 0 ? static_cast<std::size_t>(length) : 0);
    return std::string(whole.substr(0, whole.rfind('/') == std::string_view::npos ? 0 : whole.rfind('/')));
}

} // namespace

std::optional<std::string> programOnPath(const std::string &name)
{
    const char *given = std::getenv("PATH");
    std::string_view folders = given != nullptr ? std::string_view(given) : usualPath;
    while (!folders.empty()) {
        const auto end = std::min(folders.find(':'), folders.size());
        std::string path = std::string(folders.substr(0, end)) + '/' + name;
        // The folder where a script happens to stand is not where its programs are looked for.
        if (path.starts_with('/') && end > 0 && isProgram(path))
            return path;
        folders.remove_prefix(std::min(end + 1, folders.size()));
    }
    return std::nullopt;
}

std::optional<std::string> ownProgram(const std::string &name)
{
    std::string beside = ownFolder() + '/' + name;
    return isProgram(beside) ? std::move(beside) : programOnPath(name);
}

std::expected<std::string, Trouble> appProgram()
{
    auto found = ownProgram("framekey-app");
    if (!found)
        return std::unexpected(
            Trouble{ExitCode::NotRunning,
                    "Framekey does not run, and framekey-app is neither beside this program nor "
                    "on PATH.",
                    {}});
    return *std::move(found);
}

} // namespace framekey::command
