// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace framekey
{

/// Whether all of it can be seen or is a space: no control characters, no marks of direction, no half of a
/// pair.
[[nodiscard]] bool isPrintable(const QString &text);

/// With `instead` for every character that is not; half of a pair becomes U+FFFD.
[[nodiscard]] QString printable(const QString &text, const QString &instead = {});

} // namespace framekey
