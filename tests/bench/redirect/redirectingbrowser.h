// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tokenserver.h"

namespace framekey::bench
{

/// A browser at the moment it is redirected: a socket without any event loop, so that it costs both flows the
/// same.
class RedirectingBrowser
{
public:
    RedirectingBrowser();
    ~RedirectingBrowser();
    RedirectingBrowser(const RedirectingBrowser &) = delete;
    RedirectingBrowser &operator=(const RedirectingBrowser &) = delete;

    /// Follows the redirect that grants what `authorizationUrl` asks for; the instant right before it.
    Clock::time_point comeBackFrom(const QUrl &authorizationUrl) const;

private:
    int m_socket;
};

} // namespace framekey::bench
