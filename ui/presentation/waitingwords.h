// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sessionsnapshot.h"
#include "ui/presentation/timewords.h"

#include <QString>

namespace framekey
{

/// What the waiting card says.
struct WaitingWords {
    Q_DECLARE_TR_FUNCTIONS(WaitingWords)

public:
    QString hint;
    QString until;

    static WaitingWords of(const SessionSnapshot::Waiting &waiting, const TimeWords &times);
};

} // namespace framekey
