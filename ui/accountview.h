// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountsettings.h"
#include "session/sessionsnapshot.h"
#include "ui/presentation/scriptlines.h"
#include "ui/presentation/serviceend.h"

namespace framekey
{

/// All that a page needs to know of the account it shows.
struct AccountView {
    SessionSnapshot snapshot;
    const Provider *provider = nullptr; ///< null where the account names none that is known
    QStringList scope;                  ///< as the account is set up
    std::optional<ServiceEnd> end{};
    ScriptTarget scripts{};
};

} // namespace framekey
