// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/requester.h"

#include <QString>

namespace framekey
{

/// Foreign text as it may be shown within ours: on one line, without characters that turn or hide what stands
/// beside them, and no longer than a line or two.
[[nodiscard]] QString shownText(const QString &foreign);

/// Who asked, in words. The program is the kernel's word; all else is the program's own and said so.
struct RequesterWords {
    QString program; ///< "python3"; words where it could not be told
    QString folder;  ///< "/usr/bin"; empty where it could not be told
    QString claims;  ///< "says it runs backup.py and calls itself “nightly”"; may be empty

    static RequesterWords of(const Requester &requester);

    friend bool operator==(const RequesterWords &, const RequesterWords &) = default;
};

} // namespace framekey
