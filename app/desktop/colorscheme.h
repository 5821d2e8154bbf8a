// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace framekey
{

/// Asks the desktop's portal (org.freedesktop.appearance color-scheme) whether dark is preferred and goes on
/// telling of changes. Without a portal nothing is told. `context` ends it.
void watchColorScheme(QObject *context, std::function<void(bool preferDark)> changed);

} // namespace framekey
