// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <unistd.h>

namespace framekey::command
{

PrivateFolder::PrivateFolder()
{
    // Not TMPDIR: below it the socket's path may be too long.
    std::string path = "/tmp/framekey-simulate-" + std::to_string(::getpid()) + "-XXXXXX";
    if (::mkdtemp(path.data()) != nullptr)
        m_path = path;
}

PrivateFolder::~PrivateFolder()
{
    std::error_code ignored;
    if (exists())
        std::filesystem::remove_all(m_path, ignored);
}

} // namespace framekey::command
