// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/clientregistration.h"
#include "oauth/failure.h"
#include "oauth/secret.h"
#include "session/sessionsnapshot.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace framekey {

class Clock;
class ExternalUserAgent;
class PersonSource;
class TokenStore;

/// Ports of one session; all outlive it.
struct SessionPorts
{
    Clock &clock;
    TokenStore &store;
    ExternalUserAgent &userAgent;
    PersonSource &personSource;
};

/// The single truth of one account: its tokens, their expiry and renewal, sign-in, re-authorization and sign-out.
/// Slots are orders and may be given at any time; one that makes no sense in the present state does nothing.
/// What came of them is told by `snapshotChanged`.
class Session : public QObject
{
    Q_OBJECT

public:
    struct Identity
    {
        QString accountId;
        QString accountName;
        QString providerId;
        QString providerName;
    };
    struct AccessToken
    {
        Secret token;
        QDateTime expiresAt;
    };
    using TokenAnswer = std::function<void(const Outcome<AccessToken> &)>;

    Session(const Identity &identity, SessionPorts ports, QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] const SessionSnapshot &snapshot() const;

    /// Gives an access token with at least `minValid` left, renewing first where needed; any number of callers
    /// share one renewal. The answer comes once, on this thread, also when the session ends.
    void withAccessToken(std::chrono::seconds minValid, TokenAnswer answer);

    /// The account's client and server, once known, and again when its settings change. Tokens kept for another
    /// binding (endpoints, client id) stay unused. `unavailable` instead: why there are none.
    void setRegistration(const Outcome<ClientRegistration> &registration);
    void setIdentity(const Identity &identity);

public Q_SLOTS:
    void signIn();
    /// A new sign-in beside the present one, which stays untouched until the new tokens are stored.
    void reauthorize(const QStringList &scope);
    void cancelSignIn();
    void openBrowserAgain();
    void finishWithPastedAddress(const QString &text);
    void keepCurrentPerson();
    void useOtherPerson();
    void refreshNow();
    void signOut();
    /// The keychain may have been unlocked: tries again what failed.
    void retryStorage();
    /// The machine woke up or the network came back: decides anew, now.
    void wakeUp();
    void dismissReceipt();

Q_SIGNALS:
    void snapshotChanged(const framekey::SessionSnapshot &snapshot);
};

} // namespace framekey
