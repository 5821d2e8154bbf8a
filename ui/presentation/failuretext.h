// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/failure.h"
#include "ui/presentation/order.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace framekey
{

/// A failure in words for the person: what happened, what it means, what to do, and the button for it.
/// Nothing the server wrote is in the sentences; its code stands beside them.
struct FailureText {
    Q_DECLARE_TR_FUNCTIONS(Failure)

public:
    QString happened; ///< a heading: no full stop
    QString meaning;
    QString toDo;
    std::optional<Order> order;
    QString code; ///< "invalid_grant", "HTTP 503"; may be empty

    /// `service` is the provider's name: "Frame.io Legacy".
    static FailureText of(const Failure &failure, const QString &service);
    /// The same for an address the person pasted: one sentence to stand beside the field.
    static QString ofPastedAddress(const Failure &failure, const QString &service);
};

} // namespace framekey
