// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frameio/provider.h"
#include "oauth/clientregistration.h"

#include <QHash>
#include <QString>

namespace framekey
{

/// One account as `accounts.json` holds it: no secret, no token, no session truth.
struct AccountSettings {
    QString id; ///< survives renaming; the keychain's key; made when the account is added
    QString name;
    QString provider;
    QString clientId;
    ClientAuthentication clientAuthentication = ClientAuthentication::None;
    QString redirectUri;
    RedirectCertificateFiles redirectCertificate; ///< of an https redirect on this computer
    QStringList scopes;
    Endpoints endpoints; ///< each empty one: the provider's
    QString issuer;
    QString caFile;
    bool askEachTime = false; ///< no script gets a token before the person has said yes

    friend bool operator==(const AccountSettings &, const AccountSettings &) = default;
};

/// A field of the connection form, and of `AccountSettings`, that something can be wrong with.
enum class AccountField {
    Name,
    Provider,
    CredentialType,
    ClientId,
    ClientSecret,
    RedirectUri,
    RedirectCertificate,
    Scopes,
    AuthorizationEndpoint,
    TokenEndpoint,
    RevocationEndpoint,
    ApiEndpoint,
    CaFile,
};
enum class AccountFault {
    Blank,
    Malformed,
    NotHttps,
    UserInfo,
    Fragment,
    Query,
    HttpElsewhere,
    UnknownScheme,
    Port,
    NotAScope,
    NotFound,
    NotACertificate,
    Unknown,
    ControlCharacter,
    Taken,
};
using AccountFaults = QHash<AccountField, AccountFault>;

/// An endpoint's fault as one of its field; `None` has no counterpart and is never asked about.
[[nodiscard]] AccountFault faultOf(EndpointFault fault);

/// Everything wrong with these settings, by field; empty for good ones. `provider` is the one they name, or
/// null. Reads `caFile`. With `secretIsAtHand` false a confidential client lacks its secret: `ClientSecret`
/// is Blank.
[[nodiscard]] AccountFaults checkAccount(const AccountSettings &settings, const Provider *provider,
                                         bool secretIsAtHand = true);

/// The settings over their provider's data. `local` is where a provider that runs locally was started, else
/// empty.
[[nodiscard]] ClientRegistration registrationFor(const AccountSettings &settings, const Provider &provider,
                                                 const QUrl &local = {});

/// A new account of this provider with its defaults filled in, and no id yet.
[[nodiscard]] AccountSettings newAccount(const Provider &provider);

} // namespace framekey
