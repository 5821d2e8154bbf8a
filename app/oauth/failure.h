// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <expected>
#include <optional>

namespace framekey
{

/// Why something did not work, as a value: where, of which kind, and the server's own word for it.
/// It holds no sentence; `ui/presentation` makes the words. Nothing in it is secret.
struct Failure {
    /// Where on the way it happened.
    enum class Stage {
        Settings,            ///< before anything was sent: the account's settings
        Listening,           ///< the redirect's port or scheme
        Browser,             ///< opening the external user-agent
        AuthorizationServer, ///< the authorization response (RFC 6749 4.1.2.1)
        TokenEndpoint,       ///< the code exchange (RFC 6749 4.1.3)
        Refresh,             ///< the refresh request (RFC 6749 6)
        AccountRequest,      ///< "who am I"
        Revocation,          ///< RFC 7009
        Storage,             ///< the keychain
    };
    /// What it means for the sign-in.
    enum class Kind {
        Denied,    ///< the person said no
        Cancelled, ///< the person stopped it here
        TimedOut,  ///< nobody finished it in time
        Expired,   ///< the server no longer accepts this sign-in (`invalid_grant`): sign in again
        Network,   ///< no connection, no answer, TLS refused
        Server,    ///< the server is in trouble: try later
        Protocol,  ///< an answer that is not what RFC 6749 says
        Client,    ///< the client's own settings were refused (`invalid_client`, `invalid_scope`, …)
        Storage,   ///< the keychain is locked, absent or broken
        Settings,  ///< the account cannot be used as it is set up
    };
    /// The finer cause, where the words for a person differ by it.
    enum class Detail {
        None,
        PortTaken,
        CannotListen,
        BrowserNotOpened,
        HostNotFound,
        ConnectionRefused,
        Unreachable,    ///< no connection came about, so nothing was sent
        ConnectionLost, ///< closed before an answer: it may or may not have been carried out
        NoAnswer,       ///< the transfer's time ran out
        ProxyAuthentication,
        Tls,
        Redirected,
        NotJson,
        TooLarge,
        NoAccessToken,
        WrongTokenType,
        UnusableToken,
        MixUp, ///< another authorization server's `iss` (RFC 9207)
        StateMismatch,
        MissingCode,
        KeychainLocked,
        KeychainAbsent,
        KeychainSlow,
        KeychainNewer, ///< an item written by a newer Framekey
        WrongAnswer,
        NoPractice, ///< the practice server could not be started
        SecretMissing,
        BindingChanged, ///< kept tokens belong to other endpoints or another client
        AnotherSignIn,  ///< another account waits on the same fixed port
        NotRenewable,
        CertificateMissing, ///< an https redirect on this computer needs one: this and the next seven
        CertificateUnreadable,
        NotACertificate,
        NotAKey,
        KeyMismatch,
        CertificateNotYetValid,
        CertificateExpired,
        CertificateWrongHost,
        ScopeMissing,     ///< the account request's refusal (401, 403): a scope is not in the token
        NotLinked,        ///< … who signed in is not linked to an account of the API's
        NoProductProfile, ///< … an administrator has not let this person in
        AccountLocked,    ///< … the account is closed
        AccountRefused,   ///< … for a reason that cannot be told
    };

    Stage stage = Stage::Settings;
    Kind kind = Kind::Protocol;
    Detail detail = Detail::None;
    /// `error` as the server sent it, made printable and at most 64 characters; empty where there is none.
    QString serverCode = {};
    /// The host, port or account concerned, for the words; never a whole URL with its query.
    QString subject = {};
    int httpStatus = 0;
    /// How long the server asked to be left alone (Retry-After).
    std::optional<std::chrono::seconds> retryAfter = std::nullopt;

    friend bool operator==(const Failure &, const Failure &) = default;

    /// True where the same request may succeed later without anyone doing anything: a network's sign-in page
    /// (which a redirect may lead to) and a server that says yes in words that are none are among it.
    [[nodiscard]] bool isTemporary() const;
};

template <typename T>
using Outcome = std::expected<T, Failure>;

/// Server text made fit to be shown: printable ASCII only, at most 64 characters (T7 in docs/threats.md).
[[nodiscard]] QString shownServerCode(const QString &text);

} // namespace framekey
