// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDevice>

#include <optional>

namespace framekey
{

/// Puts `content` in the place of the file at `path`, whole or not at all: where there is no room, the old
/// one stays (F41). Makes its folder. Without `permissions` it has the old one's, or what the mask of the
/// process leaves.
[[nodiscard]] bool replaceFile(const QString &path, const QByteArray &content,
                               std::optional<QFileDevice::Permissions> permissions = std::nullopt);

} // namespace framekey
