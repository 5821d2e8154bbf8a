// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountsettings.h"
#include "oauth/secret.h"

#include <QHash>
#include <QString>

#include <optional>

namespace framekey
{

/// What stands in the connection form: everything as typed, right or wrong.
struct AccountDraft {
    AccountSettings before; ///< what the form began with; keeps what it does not show
    QString provider;
    QHash<AccountField, QString> texts; ///< of the fields that are one line
    RedirectCertificateFiles redirectCertificate;
    QStringList scopes;
    std::optional<CredentialType> credentialType; ///< where the provider tells several apart
    bool removeSecret = false;
    bool askEachTime = false;

    /// The provider is the one the settings name, or null.
    static AccountDraft of(const AccountSettings &settings, const Provider *provider = nullptr);
    /// A new account with the provider's defaults, of its first credential type.
    static AccountDraft ofNew(const Provider &provider);
    /// The same of the service that comes after this account's: its client has to be registered anew, but the
    /// name, the extra certificates and whether the person is asked go along.
    static AccountDraft ofSuccessor(const AccountSettings &settings, const Provider &successor);

    /// Another service was chosen: what still has the old one's default takes the new one's.
    void changeProvider(const Provider &from, const Provider &to);

    /// Another credential type was chosen: the redirect address becomes that type's.
    void changeCredentialType(const CredentialType &type);

    [[nodiscard]] bool isNew() const { return before.id.isEmpty(); }
    /// False for another service than the one it was kept for.
    [[nodiscard]] bool hasKeptSecret() const;
    /// False for a credential that has no secret.
    [[nodiscard]] bool mayHaveSecret() const;
    [[nodiscard]] AccountSettings settings() const;
    /// What happens to the secret in the keychain: set, removed (empty) or left as it is.
    [[nodiscard]] std::optional<Secret> clientSecret() const;
    /// `takenNames` are the other accounts'.
    [[nodiscard]] AccountFaults faults(const Provider *provider, const QStringList &takenNames) const;

private:
    void changeRedirect(const Provider &from, const Provider &to);
    [[nodiscard]] bool hadSecret() const;
    [[nodiscard]] bool secretIsAtHand() const;
};

/// True where the form asks for the endpoints.
[[nodiscard]] bool asksForEndpoints(const Provider &provider, const AccountSettings &settings);

/// What is wrong with a field and what to write instead, in one sentence.
[[nodiscard]] QString faultText(AccountField field, AccountFault fault);

} // namespace framekey
