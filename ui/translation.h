// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;
class QLocale;

namespace framekey
{

/// Installs Framekey's words for this locale. English too has a file: it holds the plurals.
void installTranslation(QCoreApplication &application, const QLocale &locale);

} // namespace framekey
