// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountsettings.h"
#include "ui/presentation/cardwords.h"

#include <QDate>

#include <optional>

namespace framekey
{

/// That the service an account uses ends, or has ended, and what comes after it.
struct ServiceEnd {
    QString name;    ///< "Frame.io Legacy"
    QString version; ///< "V2"
    QDate lastDay;
    QString successorName; ///< "Frame.io (V4)"
    bool isOver = false;
    bool isPutAway = false; ///< the person has read the card

    /// Nothing where no end is known, or where the account's endpoints are not that service's.
    static std::optional<ServiceEnd> of(const AccountSettings &settings, const ProviderCatalogue &catalogue,
                                        const QDateTime &nowUtc);
};

/// The calm card: when, what it means, and the button that sets up what comes after it.
[[nodiscard]] CardWords serviceEndCard(const ServiceEnd &end);
/// Whether an end that is over is the reason of a failure: likely where the service itself failed or said no,
/// never where the cause lies between here and there.
enum class EndAsReason { No, Perhaps, Likely };
[[nodiscard]] EndAsReason endAsReason(const ServiceEnd *end, const std::optional<Failure> &failure);
/// The card of a failure with the end said first; as it is where the end is no reason.
[[nodiscard]] CardWords explainedByEnd(const CardWords &card, const ServiceEnd *end, EndAsReason how);

} // namespace framekey
