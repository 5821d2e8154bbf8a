// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountsettings.h"
#include "oauth/secret.h"

#include <QHash>

#include <expected>
#include <optional>

namespace framekey
{

/// An account described by Frame.io's own sample names (CLIENT_ID, CLIENT_SECRET, AUTHORIZE_URL, TOKEN_URL,
/// SCOPE, REDIRECT_URI; also REVOKE_URL, API_URL), from a `.env` file or the environment.
struct EnvAccount {
    AccountSettings settings;
    std::optional<Secret> clientSecret; ///< belongs in the keychain, never in a file of ours
};

struct EnvFault {
    enum class Kind { Unreadable, TooLarge, BadLine, NoClientId };
    Kind kind = Kind::Unreadable;
    int line = 0; ///< counted from 1; of a BadLine

    friend bool operator==(const EnvFault &, const EnvFault &) = default;
};

using EnvNames = QHash<QString, Secret>;

/// NAME=value lines; `export`, quotes, blanks round `=` and `#` comments are understood. At most 64 KiB.
[[nodiscard]] std::expected<EnvNames, EnvFault> parseEnv(const QByteArray &text);
[[nodiscard]] std::expected<EnvNames, EnvFault> readEnvFile(const QString &path);
[[nodiscard]] std::expected<EnvAccount, EnvFault> accountFromEnv(const EnvNames &names,
                                                                 const ProviderCatalogue &catalogue);

} // namespace framekey
