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
    QString causes;      ///< why nothing may have come; empty: it is too early to ask
    QString openBrowser; ///< on its button
    bool offersRegistration = false;

    static WaitingWords of(const SessionSnapshot::Waiting &waiting, const TimeWords &times);
};

/// False where only a paste can end the sign-in, whatever is registered.
[[nodiscard]] bool canBeHandedOver(HandOver handOver);

} // namespace framekey
