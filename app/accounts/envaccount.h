// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountsettings.h"
#include "accounts/envfile.h"
#include "oauth/secret.h"

#include <QSet>
#include <QStringList>

#include <expected>
#include <optional>

namespace framekey
{

/// An account described by Frame.io's own sample names (CLIENT_ID, CLIENT_SECRET, AUTHORIZE_URL, TOKEN_URL,
/// SCOPE, REDIRECT_URI; also REVOKE_URL, API_URL), from a `.env` file or the environment.
struct EnvAccount {
    AccountSettings settings;           ///< a new account; what the file leaves out has its default
    std::optional<Secret> clientSecret; ///< belongs in the keychain, never in a file of ours
    QSet<AccountField> named;           ///< what the file names; a name with an empty value does not count

    /// An account of this client that is there already: what the file leaves out stays as it is.
    [[nodiscard]] AccountSettings over(const AccountSettings &kept, const ProviderCatalogue &catalogue) const;
};

/// A value that the form would refuse makes it a BadValue.
[[nodiscard]] std::expected<EnvAccount, EnvFault> accountFromEnv(const EnvNames &names,
                                                                 const ProviderCatalogue &catalogue);
/// The first of the faults that the file's names can mend.
[[nodiscard]] std::optional<EnvFault> envFaultOf(const AccountFaults &faults);
/// The names that are understood, and the one of a field; empty: it has none.
[[nodiscard]] QStringList envNames();
[[nodiscard]] QString envName(AccountField field);

} // namespace framekey
