// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/clientregistration.h"

#include <QHostAddress>

namespace framekey
{

bool isLoopbackHost(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

EndpointFault checkEndpoint(const QString &address)
{
    if (address.trimmed().isEmpty())
        return EndpointFault::Blank;
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || address != address.trimmed())
        return EndpointFault::Malformed;
    if (!url.userInfo().isEmpty())
        return EndpointFault::UserInfo;
    if (url.hasFragment())
        return EndpointFault::Fragment;
    const bool loopbackHttp = url.scheme() == u"http" && isLoopbackHost(url.host());
    return url.scheme() == u"https" || loopbackHttp ? EndpointFault::None : EndpointFault::NotHttps;
}

} // namespace framekey
