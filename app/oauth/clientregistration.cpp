// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/clientregistration.h"

#include "oauth/wirenames.h"

#include <QHostAddress>
#include <QUrlQuery>

namespace framekey
{

bool isLoopbackHost(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

QUrl requestUrl(const ClientRegistration &client, const QUrl &endpoint)
{
    if (!client.quirks.clientIdInQuery || client.authentication != ClientAuthentication::None)
        return endpoint;
    QUrlQuery query(endpoint);
    query.removeAllQueryItems(wire::clientId);
    query.addQueryItem(wire::clientId, QString::fromLatin1(QUrl::toPercentEncoding(client.clientId)));
    QUrl url = endpoint;
    url.setQuery(query);
    return url;
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
