// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace framekey
{

/// An instant as HTTP writes it (RFC 9110 5.6.7: always GMT); none where it is not written so.
[[nodiscard]] std::optional<QDateTime> parseHttpDate(const QByteArray &value);

/// Seconds between this computer's clock and a server's from which on people are told, and from which on
/// tokens that still hold are taken for over, or the other way round.
constexpr qint64 clockOff = 60;
constexpr qint64 clockFarOff = 300;

} // namespace framekey
