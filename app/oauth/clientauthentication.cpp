// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/clientauthentication.h"

#include <QUrl>

namespace framekey
{

Secret basicAuthorization(const QString &clientId, const Secret &clientSecret)
{
    // A space is %20, not +: every form decoder reads both, and a decoder of plain percent forms too.
    const QByteArray pair =
        QUrl::toPercentEncoding(clientId) + ':' + clientSecret.reveal().toPercentEncoding();
    return Secret("Basic " + pair.toBase64());
}

} // namespace framekey
