// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sessionsnapshot.h"
#include "ui/presentation/statuswords.h"
#include "ui/presentation/timewords.h"

#include <QString>

namespace framekey
{

/// What a sign-out did, in words.
struct ReceiptWords {
    Q_DECLARE_TR_FUNCTIONS(ReceiptWords)

public:
    Tone tone = Tone::Good;
    QString title;
    QString text;
    QString code;

    static ReceiptWords of(const SessionSnapshot::Receipt &receipt, const QString &service,
                           const TimeWords &times);
};

} // namespace framekey
