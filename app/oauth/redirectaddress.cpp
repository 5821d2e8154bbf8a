// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/redirectaddress.h"

namespace framekey
{

namespace
{

// The one part that case means nothing in (RFC 3986 3.1); browsers write it small.
QByteArray withSmallScheme(const QByteArray &address)
{
    const qsizetype colon = address.indexOf(':');
    return address.left(colon).toLower() + address.mid(colon);
}

} // namespace

std::optional<AuthorizationResponse> parseRedirectAddress(const QByteArray &address,
                                                          const QString &redirectUri)
{
    if (address.size() > longestRedirectAddress || !isTokenText(address))
        return std::nullopt;
    // A redirect inherits the fragment of the page before (Fetch, "HTTP-redirect fetch").
    const qsizetype fragment = address.indexOf('#');
    const QByteArray whole = fragment < 0 ? address : address.left(fragment);
    const qsizetype query = whole.indexOf('?');
    if (query < 0 || withSmallScheme(whole.left(query)) != withSmallScheme(redirectUri.toLatin1()))
        return std::nullopt;
    return AuthorizationResponse::parse(whole.mid(query + 1));
}

} // namespace framekey
