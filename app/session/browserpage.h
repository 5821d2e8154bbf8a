// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace framekey
{

/// The fixed pages that the browser shows at the end of a sign-in (`resources/pages`).
enum class BrowserPage {
    SignedIn,
    Denied,
    Failed,
    Cancelled,
    StillWorking, ///< after 30 s without an outcome
    Question,     ///< another person signed in: Framekey asks which to keep
    Refused,      ///< a request that is not the awaited redirect
};

/// The page as HTML. `person` is escaped; nothing else is put in. Empty: the page speaks of nobody.
[[nodiscard]] QByteArray browserPage(BrowserPage page, const QString &person = {});

} // namespace framekey
