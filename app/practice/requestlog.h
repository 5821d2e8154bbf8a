// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange.h"

namespace framekey::practice
{

/// What a request carried, for the log: names of parameters, and codes and tokens as SHA-256.
Record recordOf(const Request &request);

/// One line of JSON a request, in a file of mode 0600.
class RequestLog
{
public:
    /// An empty path: nothing is written.
    explicit RequestLog(const std::string &path);
    ~RequestLog();
    RequestLog(const RequestLog &) = delete;
    RequestLog &operator=(const RequestLog &) = delete;

    bool isUsable() const { return m_usable; }
    void write(const Record &record);

private:
    int m_descriptor = -1;
    bool m_usable = true;
};

} // namespace framekey::practice
