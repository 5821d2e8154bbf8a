// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountsettings.h"

#include <QList>
#include <QSet>
#include <QString>

namespace framekey
{

/// The private-use schemes that these accounts' redirects come with.
[[nodiscard]] QSet<QString> schemesInUse(const QList<AccountSettings> &accounts);

} // namespace framekey
