// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/failure.h"
#include "oauth/redirecturi.h"
#include "session/handover.h"
#include "session/person.h"

#include <QDateTime>
#include <QMetaType>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace framekey
{

/// What the world may know of a session: everything that is shown or answered, and no token.
/// A value; a new one comes with every `Session::snapshotChanged`. Instants are UTC.
struct SessionSnapshot {
    enum class State {
        Starting, ///< the keychain has not answered yet
        SignedOut,
        SigningIn, ///< waiting for the browser, with nothing signed in before
        SignedIn,
        Renewing,
        SignInNeeded,   ///< was signed in; only the person can bring it back
        Offline,        ///< the access token has ended and the network or server fails: will try again
        KeychainLocked, ///< nothing can be read: not a sign-out
    };
    enum class Storage {
        Keychain,
        Memory, ///< ends with the program; `storageProblem` says why
    };
    /// One sign-in under way: in the browser, or finishing.
    struct Waiting {
        QUrl authorizationUrl = {}; ///< to show and copy; holds `state` and the challenge, no secret
        QDateTime until = {};       ///< then it ends by itself
        bool browserOpened = true;  ///< false: the desktop said that it could not
        bool listening = true;      ///< false: only the pasted address can end it
        quint16 port = 0;           ///< of the redirect; 0: nothing listens
        bool finishing = false;     ///< the redirect has come; tokens and person are being fetched and stored
        bool canCancel = true;      ///< false: the tokens are here and on their way to the keychain
        RedirectUri::Kind redirectKind = RedirectUri::Kind::Loopback;
        QString redirectUri = {}; ///< as it has to be registered: without a port where any will do
        HandOver handOver = HandOver::CannotTell; ///< of a custom scheme
        bool browserHeld = false; ///< the hand-over would fail: the browser waits for the person's word
        bool late = false;        ///< the browser was opened a minute ago and nothing has come
        std::optional<QDateTime> certificateEnds = std::nullopt; ///< an https redirect's that ends soon
        std::optional<Failure> pasteProblem = std::nullopt; ///< what was wrong with the address pasted last
    };
    /// A re-authorization brought another person: keep the old sign-in, or use the new one?
    struct PersonQuestion {
        Person current = {};
        Person other = {};
        QDateTime until = {}; ///< then "keep" is the answer
    };
    /// What a sign-out did.
    struct Receipt {
        enum class Revocation {
            NothingToRevoke, ///< there was no token any more
            Unread,          ///< the keychain could not be read: what it kept could not be revoked
            Unsupported,     ///< the provider has no revocation endpoint
            Pending,         ///< asked; no answer yet, or it is being tried again
            Revoked,
            Failed,
        };
        Revocation revocation = Revocation::NothingToRevoke;
        /// Until when an access token that was given out may live.
        std::optional<QDateTime> accessTokenUntil = std::nullopt;
        std::optional<Failure> problem = std::nullopt;
        bool keychainCleared = true; ///< false: the keychain could not be asked to forget
    };

    QString accountId;
    QString accountName;
    QString providerId;
    QString providerName; ///< "Frame.io Legacy"
    State state = State::Starting;
    /// True while a re-authorization waits beside a live sign-in; `waiting` is set then too.
    bool pending = false;

    std::optional<Person> person;         ///< empty: not confirmed, or signed out
    std::optional<Failure> personProblem; ///< the account request was refused (401, 403): why
    QDateTime personProblemAt;
    QStringList requestedScope;
    std::optional<QStringList> grantedScope; ///< empty: not told by the server, or signed out
    std::optional<QDateTime> expiresAt;      ///< of the access token
    std::optional<QDateTime> renewsAt;       ///< next renewal; empty: none is planned
    std::optional<QDateTime> lastRenewedAt;
    bool renewable = false;    ///< there is a refresh token
    bool waitsForTurn = false; ///< a renewal is due; other accounts' come first, and nothing has been sent
    std::optional<QDateTime> unusedUntil; ///< about until when it lasts without a renewal; empty: not known
    Storage storage = Storage::Keychain;
    std::optional<Failure> storageProblem;
    std::optional<Failure> clientSecretProblem; ///< why the client secret ends with the program

    std::optional<Failure> problem;
    std::optional<QDateTime> problemAt;
    std::optional<Waiting> waiting;
    std::optional<PersonQuestion> question;
    std::optional<Receipt> receipt;

    /// A refresh request is under way, or what it brought on its way to the keychain.
    [[nodiscard]] bool isRenewing() const { return state == State::Renewing && !waitsForTurn; }
    /// True where a token can be handed out now or after one renewal.
    [[nodiscard]] bool isUsable() const { return state == State::SignedIn || state == State::Renewing; }
};

} // namespace framekey

Q_DECLARE_METATYPE(framekey::SessionSnapshot)
