// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include <cstdio>
#include <cstdlib>
#include <ftw.h>
#include <unistd.h>

namespace framekey::command
{

namespace
{

int removeOne(const char *path, const struct stat *, int, FTW *)
{
    std::remove(path);
    return 0;
}

} // namespace

PrivateFolder::PrivateFolder()
{
    // Not TMPDIR: below it the socket's path may be too long.
    std::string path = "/tmp/framekey-simulate-" + std::to_string(::getpid()) + "-XXXXXX";
    if (::mkdtemp(path.data()) != nullptr)
        m_path = path;
}

PrivateFolder::~PrivateFolder()
{
    constexpr int mostOpen = 16;
    // Not std::filesystem: linked in, it costs every `token` three page faults.
    if (exists())
        ::nftw(m_path.c_str(), removeOne, mostOpen, FTW_DEPTH | FTW_PHYS);
}

} // namespace framekey::command
