// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sessionsnapshot.h"

#include <QString>

namespace framekey
{

/// One row in the list of accounts: its name, and beneath it service and state.
struct AccountRow {
    QString id;
    QString name;
    QString detail; ///< "Frame.io Legacy · Sign in again"

    [[nodiscard]] QString accessibleName() const { return name + QStringLiteral(", ") + detail; }
    static AccountRow of(const SessionSnapshot &snapshot);

    friend bool operator==(const AccountRow &, const AccountRow &) = default;
};

} // namespace framekey
