// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace framekey
{

/// Where xdg-open runs.
struct OpenerSurroundings {
    std::function<QString(const char *)> variable; ///< of the environment; empty: not set
    std::function<bool(const char *)> hasProgram;  ///< on the path
};

/// True where xdg-open takes the addresses of this scheme for files, whatever is registered: its versions
/// before 1.2 let no digit be in a scheme where they know no desktop to ask (Debian 12). `script` is its own
/// text.
[[nodiscard]] bool xdgOpenRefuses(const QString &scheme, const QByteArray &script,
                                  const OpenerSurroundings &surroundings);

} // namespace framekey
