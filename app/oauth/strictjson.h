// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace framekey
{

/// One JSON object and nothing else: no byte order mark, no array, no name twice at its top level (where Qt's
/// parser lets the last one win, and another reader the first). None for anything else.
[[nodiscard]] std::optional<QJsonObject> parseStrictJsonObject(const QByteArray &json);

} // namespace framekey
