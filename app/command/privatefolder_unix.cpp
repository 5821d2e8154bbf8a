// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace framekey::command
{

PrivateFolder::PrivateFolder()
{
    // Not TMPDIR: below it the socket's path may be too long.
    char path[] = "/tmp/framekey-simulate-XXXXXX";
    if (::mkdtemp(path) != nullptr)
        m_path = path;
}

PrivateFolder::~PrivateFolder()
{
    std::error_code ignored;
    if (exists())
        std::filesystem::remove_all(m_path, ignored);
}

} // namespace framekey::command
