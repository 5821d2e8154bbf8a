// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/consents.h"
#include "ui/presentation/timewords.h"

#include <QString>

namespace framekey
{

/// "May this program have a token?", for the card and for the notification.
struct ConsentWords {
    Q_DECLARE_TR_FUNCTIONS(ConsentWords)

public:
    QString title;
    QString text;
    QString others; ///< "2 more wait"; empty: no more than this one

    /// `waiting` counts the questions behind this one.
    static ConsentWords of(const Consents::Question &question, const TimeWords &times, qsizetype waiting = 0);
    /// In a notification: where to answer.
    static QString whereToAnswer() { return tr("Open Framekey to allow or refuse it."); }

    friend bool operator==(const ConsentWords &, const ConsentWords &) = default;
};

} // namespace framekey
