// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sessionsnapshot.h"
#include "ui/presentation/statuswords.h"

#include <QString>

namespace framekey
{

/// One row in the list of accounts: its name, and beneath it service and state.
struct AccountRow {
    QString id;
    QString name;
    QString detail; ///< "Frame.io Legacy · Sign in again"
    Tone tone = Tone::Neutral;
    bool isDefault = false;
    int place = 0; ///< counted from 1, of `count`; 0: not told
    int count = 0;

    /// "work, Frame.io Legacy · Signed in, default, 1 of 3"
    [[nodiscard]] QString accessibleName() const;
    /// The whole name, and what it means to be the default.
    [[nodiscard]] QString toolTip() const;
    static AccountRow of(const SessionSnapshot &snapshot);

    friend bool operator==(const AccountRow &, const AccountRow &) = default;
};

} // namespace framekey
