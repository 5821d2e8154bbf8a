// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/errorcode.h"

#include "oauth/wirenames.h"

namespace framekey
{

bool isServersTrouble(QStringView error)
{
    return error == wire::serverError || error == wire::temporarilyUnavailable;
}

} // namespace framekey
