// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountsettings.h"
#include "session/sessionsnapshot.h"

#include <QString>

namespace framekey
{

/// The two lines at the top of an account's page.
struct HeadingWords {
    QString title;
    QString detail;
    QString person; ///< set where the heading says who is signed in

    static HeadingWords of(const SessionSnapshot &snapshot, const Provider *provider);
    /// For the page with no account yet.
    static HeadingWords withoutAccount();
};

/// "Practice account: nothing here is real Frame.io" for a provider that runs on this computer; else empty.
[[nodiscard]] QString practiceNotice(const Provider *provider);

} // namespace framekey
