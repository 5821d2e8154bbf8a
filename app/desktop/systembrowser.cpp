// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/systembrowser.h"

#include "oauth/clientregistration.h"

#include <QDesktopServices>

namespace framekey
{

bool SystemBrowser::open(const QUrl &url)
{
    if (checkEndpoint(url.toString(QUrl::FullyEncoded)) != EndpointFault::None)
        return false;
    return QDesktopServices::openUrl(url);
}

} // namespace framekey
