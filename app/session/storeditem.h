// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/clientregistration.h"
#include "oauth/failure.h"
#include "oauth/secret.h"
#include "session/clock.h"
#include "session/tokenset.h"

namespace framekey
{

/// What kept secrets belong to. When any part differs they stay unused and go nowhere (T6 in
/// docs/threats.md).
struct Binding {
    QString token;
    QString revocation;
    QString api;
    QString clientId;

    static Binding of(const ClientRegistration &client);
    friend bool operator==(const Binding &, const Binding &) = default;
};

/// The one keychain item of an account: refresh token (or, where none was given, the access token until it
/// ends), granted scope, expiry, person and binding, as one line of ASCII JSON.
struct StoredTokens {
    TokenSet tokens; ///< without an access token where there is a refresh token
    Binding binding;

    [[nodiscard]] Secret toItem() const;
    /// Fails with KeychainNewer for a version this program does not know, WrongAnswer for anything
    /// unreadable.
    static Outcome<StoredTokens> fromItem(const Secret &item, const Clock &clock);
};

/// The client secret's own item, with the same binding.
struct StoredClientSecret {
    Secret clientSecret;
    Binding binding;

    [[nodiscard]] Secret toItem() const;
    static Outcome<StoredClientSecret> fromItem(const Secret &item);
};

/// The keychain's keys of an account.
[[nodiscard]] QString tokensKey(const QString &accountId);
[[nodiscard]] QString clientSecretKey(const QString &accountId);

} // namespace framekey
