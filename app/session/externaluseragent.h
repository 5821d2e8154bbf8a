// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace framekey
{

/// Port: the person's own browser (RFC 8252: external user-agent).
class ExternalUserAgent
{
public:
    virtual ~ExternalUserAgent() = default;
    /// False where the desktop knows at once that nothing was opened. True proves nothing.
    virtual bool open(const QUrl &url) = 0;
};

} // namespace framekey
