// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sessionsnapshot.h"
#include "ui/presentation/timewords.h"

#include <QString>

namespace framekey
{

/// What is said of the access token in the rows "Expires", "Renewal" and "Kept in".
struct TokenWords {
    Q_DECLARE_TR_FUNCTIONS(TokenWords)

public:
    QString expires;
    QString renewal;
    QString keptIn;

    static TokenWords of(const SessionSnapshot &snapshot, const TimeWords &times);
};

} // namespace framekey
