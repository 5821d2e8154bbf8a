// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/accountrow.h"

#include "ui/presentation/statuswords.h"

namespace framekey
{

AccountRow AccountRow::of(const SessionSnapshot &snapshot)
{
    return {snapshot.accountId, snapshot.accountName,
            snapshot.providerName + QStringLiteral(" · ") + statusText(snapshot.state)};
}

} // namespace framekey
