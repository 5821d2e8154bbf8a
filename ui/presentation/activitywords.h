// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/activity.h"
#include "ui/presentation/requesterwords.h"
#include "ui/presentation/statuswords.h"
#include "ui/presentation/timewords.h"

#include <QList>
#include <QString>

namespace framekey
{

/// One row of "who asked": a request, or several in a row by the same requester with the same outcome.
struct ActivityRow {
    RequesterWords who;
    QString when;    ///< of the last: "today at 14:05"
    QString outcome; ///< "given · 12 times since 14:01 · work"
    QString said;    ///< the whole as one sentence, for a screen reader
    Tone tone = Tone::Neutral;
    TokenUse first; ///< the oldest of them: stays the same while others join

    friend bool operator==(const ActivityRow &, const ActivityRow &) = default;
};

/// `uses` newest first, as Activity has them. The account is named only with `namesAccounts`.
[[nodiscard]] QList<ActivityRow> activityRows(const QList<TokenUse> &uses, const TimeWords &times,
                                              bool namesAccounts);

/// What stands above the list: what it means, and what it does not.
[[nodiscard]] QString activityMeaning();
/// In place of the list while nobody has asked.
[[nodiscard]] QString nobodyAsked();

} // namespace framekey
