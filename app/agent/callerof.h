// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/requester.h"

#include <QByteArray>

namespace framekey
{

/// Who started the process that asks: `framekey` hides what it is itself, so it is its parent that is told.
/// Its program is known from the kernel; its script is what its command line says.
[[nodiscard]] Requester callerOf(qint64 process);

/// The name of the file that an interpreter says it runs, out of its command line (words ended by NUL): the
/// first word behind the program and its options that names one. Empty: none.
[[nodiscard]] QString scriptIn(const QByteArray &commandLine);

/// What a caller calls itself: printable, at most 64 characters.
[[nodiscard]] QString shownLabel(const QString &name);

} // namespace framekey
