// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/externaluseragent.h"

namespace framekey
{

/// The person's default browser, by the desktop: only https and loopback http addresses, never through a
/// shell.
class SystemBrowser : public ExternalUserAgent
{
public:
    bool open(const QUrl &url) override;
};

} // namespace framekey
