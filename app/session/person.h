// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace framekey
{

/// Who signed in, as the provider's account request tells. Shown, never trusted for a decision about tokens
/// other than "is it the same person as before".
struct Person {
    QString id; ///< the provider's own; empty where it gives none
    QString name;
    QString email;

    friend bool operator==(const Person &, const Person &) = default;
    [[nodiscard]] bool isSamePersonAs(const Person &other) const
    {
        return id.isEmpty() || other.id.isEmpty() ? email == other.email : id == other.id;
    }
};

} // namespace framekey
