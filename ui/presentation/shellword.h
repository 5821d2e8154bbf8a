// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace framekey
{

/// The text as one word of a shell.
[[nodiscard]] QString shellWord(const QString &text);

/// What names an account on a command line: its name, or its id where the name would be taken for an option.
[[nodiscard]] QString accountArgument(const QString &name, const QString &id);

} // namespace framekey
