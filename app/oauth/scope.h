// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace framekey
{

/// The scope tokens of one `scope` value (RFC 6749 3.3), in the order they came, none twice.
/// Some servers separate by commas (Adobe does): both are read, and the separator to write is the provider's.
[[nodiscard]] QStringList parseScope(const QString &text);
[[nodiscard]] QString formatScope(const QStringList &tokens, QChar separator = u' ');

/// What a server may name at most: all of it is shown.
inline constexpr qsizetype mostScopeTokens = 100;
inline constexpr qsizetype longestScopeToken = 128;

/// True where the text is a legal scope token: 1*( %x21 / %x23-5B / %x5D-7E ), and no comma.
[[nodiscard]] bool isScopeToken(const QString &text);

} // namespace framekey
