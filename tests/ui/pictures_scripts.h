// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace framekey
{

/// Draws who asked for tokens, who asks now, and the lines for scripts. `pathOf` tells where a picture of
/// this name belongs.
bool drawScriptPictures(const std::function<QString(const QString &)> &pathOf);

} // namespace framekey
