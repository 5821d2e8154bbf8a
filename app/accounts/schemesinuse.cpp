// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/schemesinuse.h"

#include "oauth/redirecturi.h"

namespace framekey
{

QSet<QString> schemesInUse(const QList<AccountSettings> &accounts)
{
    QSet<QString> schemes;
    for (const AccountSettings &settings : accounts) {
        const auto redirect = RedirectUri::parse(settings.redirectUri);
        if (redirect && redirect->kind == RedirectUri::Kind::CustomScheme)
            schemes.insert(redirect->scheme);
    }
    return schemes;
}

} // namespace framekey
