// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/keyringservice.h"

#include <QLibrary>

namespace framekey
{

void forgetKeyringService()
{
    // QtKeychain has loaded it, by this very name, or there is none. Left alone, libsecret goes on using its
    // session with a gnome-keyring that has ended since, and the one that was started after it refuses
    // everything.
    QLibrary libsecret(QStringLiteral("secret-1"), 0);
    if (const auto disconnect = libsecret.resolve("secret_service_disconnect"))
        disconnect();
}

} // namespace framekey
