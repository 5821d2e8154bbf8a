// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountsettings.h"
#include "oauth/secret.h"

#include <QHash>

#include <expected>

namespace framekey
{

/// Why a `.env` file, or the environment, gives no account.
struct EnvFault {
    enum class Kind { Unreadable, TooLarge, BadLine, NoClientId, BadValue };
    Kind kind = Kind::Unreadable;
    int line = 0;                                 ///< counted from 1; of a BadLine
    AccountField field = AccountField::ClientId;  ///< of a BadValue
    AccountFault fault = AccountFault::Malformed; ///< of a BadValue

    friend bool operator==(const EnvFault &, const EnvFault &) = default;
};

using EnvNames = QHash<QString, Secret>;

/// NAME=value lines; `export`, quotes, blanks round `=` and `#` comments are understood. At most 64 KiB.
[[nodiscard]] std::expected<EnvNames, EnvFault> parseEnv(const QByteArray &text);
/// A regular file by its absolute path; anything else is Unreadable.
[[nodiscard]] std::expected<EnvNames, EnvFault> readEnvFile(const QString &path);

} // namespace framekey
