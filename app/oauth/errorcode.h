// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace framekey
{

/// Whether an `error` is of the server's own trouble, which passes: for the redirect RFC 6749 4.1.2.1 has
/// such codes; servers answer them at the token endpoint as well, with 400.
[[nodiscard]] bool isServersTrouble(QStringView error);

} // namespace framekey
