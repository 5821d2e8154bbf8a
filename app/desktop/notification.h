// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace framekey
{

/// Shows one desktop notification (org.freedesktop.Notifications); does nothing where nobody shows them.
void notify(const QString &title, const QString &text);

} // namespace framekey
