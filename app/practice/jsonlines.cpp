// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonlines.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace framekey::practice
{

JsonLines::JsonLines(const std::string &path)
{
    if (path.empty())
        return;
    m_descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    struct stat status{};
    m_usable = m_descriptor >= 0 && fstat(m_descriptor, &status) == 0 &&
               (!S_ISREG(status.st_mode) || fchmod(m_descriptor, 0600) == 0);
}

JsonLines::~JsonLines()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

void JsonLines::write(const Record &line)
{
    if (m_descriptor < 0)
        return;
    // One call a line, so that lines of several threads stay whole.
    const std::string text = dumped(line) + '\n';
    [[maybe_unused]] const ssize_t written = ::write(m_descriptor, text.data(), text.size());
}

} // namespace framekey::practice
