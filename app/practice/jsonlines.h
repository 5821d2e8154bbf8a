// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange.h"

namespace framekey::practice
{

/// A file of mode 0600 that lines of JSON are added to.
class JsonLines
{
public:
    /// An empty path: nothing is written.
    explicit JsonLines(const std::string &path);
    ~JsonLines();
    JsonLines(const JsonLines &) = delete;
    JsonLines &operator=(const JsonLines &) = delete;

    bool isUsable() const { return m_usable; }
    void write(const Record &line);

private:
    int m_descriptor = -1;
    bool m_usable = true;
};

} // namespace framekey::practice
