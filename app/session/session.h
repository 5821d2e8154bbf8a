// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/clientregistration.h"
#include "oauth/failure.h"
#include "oauth/secret.h"
#include "session/eventlog.h"
#include "session/itemkeeper.h"
#include "session/sessionsnapshot.h"

#include <QObject>

#include "session/personcheck.h"
#include "session/signin.h"
#include "session/tokenlife.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace framekey
{

class Clock;
class ExternalUserAgent;
class PersonSource;
class SchemeRegistration;
class TokenStore;

/// Ports of one session; all outlive it.
struct SessionPorts {
    Clock &clock;
    TokenStore &store;
    ExternalUserAgent &userAgent;
    PersonSource &personSource;
    RenewalTurns *renewalTurns = nullptr;  ///< null: its renewals wait for no other account's
    SchemeRegistration *schemes = nullptr; ///< null: the desktop cannot be asked
    EventLog *events = nullptr;            ///< null: nobody wants to know the steps
};

/// The single truth of one account: its tokens, their expiry and renewal, sign-in, re-authorization and
/// sign-out. Slots are orders and may be given at any time; one that makes no sense in the present state does
/// nothing. What came of them is told by `snapshotChanged`.
class Session : public QObject
{
    Q_OBJECT

public:
    struct Identity {
        QString accountId;
        QString accountName;
        QString providerId;
        QString providerName;
    };
    Session(const Identity &identity, SessionPorts ports, QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] const SessionSnapshot &snapshot() const { return m_snapshot; }

    /// Gives an access token with at least `minValid` left, renewing first where needed; any number of
    /// callers share one renewal. The answer comes once, on this thread, also when the session ends.
    void withAccessToken(std::chrono::seconds minValid, TokenCallers::Answer answer);

    /// The account's client and server, once known, and again when its settings change. Tokens kept for
    /// another binding (endpoints, client id) stay unused. A failure instead: why there are none.
    /// A client secret that is given is used and kept in the keychain; otherwise it is read from there.
    void setRegistration(const Outcome<ClientRegistration> &registration,
                         const std::optional<Secret> &clientSecret = {});
    /// The client is a confidential one (RFC 6749 2.1), and its secret is at hand.
    [[nodiscard]] bool needsClientSecret() const
    {
        return m_client && m_client->authentication == ClientAuthentication::Basic;
    }
    [[nodiscard]] bool hasClientSecret() const { return !m_clientSecret.isEmpty(); }
    /// Here and in the keychain.
    void forgetClientSecret();
    /// The account is removed: signs out, once the keychain has told what there is, and forgets the client
    /// secret.
    void leave();
    /// True once nothing of it is left to be revoked, or to be forgotten by a keychain that may yet do so.
    [[nodiscard]] bool hasLeft() const;
    void setIdentity(const Identity &identity);
    /// Asked when a redirect's port is taken: the account of this program that waits on it; empty: none.
    using WhoWaits = std::function<QString(quint16 port)>;
    void setWhoWaits(WhoWaits whoWaits) { m_whoWaits = std::move(whoWaits); }

    enum class Browser {
        Opened,
        LeftAlone, ///< the person opens the link, which the snapshot holds
    };
    /// Signs in as `signIn` and `reauthorize` do, asking for this scope (none: the account's).
    void beginSignIn(const std::optional<QStringList> &scope, Browser browser);

    /// An address that was handed over (RFC 8252 7.1). False where this sign-in does not wait for it; then
    /// nothing has changed.
    bool takeRedirect(const Secret &address);

public Q_SLOTS:
    void signIn();
    /// The server shall ask who signs in, where it has a word for that (`promptForPerson`).
    void signInAsAnother();
    /// A new sign-in beside the present one, which stays untouched until the new tokens are stored.
    void reauthorize(const QStringList &scope);
    void cancelSignIn();
    void openBrowserAgain();
    /// Makes the desktop hand the redirect over to this program.
    void registerScheme();
    void finishWithPastedAddress(const QString &text);
    void keepCurrentPerson();
    void useOtherPerson();
    void refreshNow();
    void signOut();
    /// The keychain may have been unlocked: tries again what failed.
    void retryStorage();
    /// The machine woke up or the network came back: decides anew, now.
    void wakeUp();
    /// Asks again who is signed in, where nobody has told.
    void checkPersonAgain();
    void dismissReceipt();

Q_SIGNALS:
    void snapshotChanged(const framekey::SessionSnapshot &snapshot);
    /// A re-authorization stands: what it asked for is asked for from now on.
    void scopeChosen(const QStringList &scope);

private:
    enum class Loading { Waiting, Done, Failed };
    /// The new tokens of another person, between question and answer.
    struct Candidate {
        TokenSet tokens;
        SessionSnapshot::PersonQuestion question;
    };

    void takeClientSecret(const Secret &clientSecret);
    void loadClientSecret();
    void loadTokens();
    void endLoading(const Outcome<void> &outcome);
    [[nodiscard]] bool mayReadAgain() const;

    void begin(const std::optional<QStringList> &chosenScope, const QString &prompt = {},
               Browser browser = Browser::Opened);
    void sendToBrowser(Browser browser);
    void takeSignIn(const SignIn::Result &result);
    void takeSignInFailure(const Failure &failure);
    [[nodiscard]] Failure namingTheOther(const Failure &failure) const;
    void askWhichPerson(const TokenSet &tokens);
    void adopt(const TokenSet &tokens, const std::optional<Failure> &personProblem = {});
    void keepChosenScope(const ClientRegistration &client);
    void finishSignIn();
    /// Ends a sign-in wherever it stands, for what it was for is gone.
    void endSignIn();
    enum class Check { ByItself, AskedFor };
    void confirmPerson(Check check = Check::ByItself);
    void takePerson(const Outcome<Person> &person, Check check);
    /// True where the person asked for less than before, and the refusal may be what that means.
    [[nodiscard]] bool comesOfLess(const SignIn::Result &result) const;
    void refuseSignIn(const TokenSet &tokens, const Failure &refusal);

    struct Leaving;
    void leaveNow();
    void finishSignOut(const Leaving &leaving);
    /// At the server they came from, whatever the settings have become. `receipt` is the one it is told in;
    /// 0: none.
    void revoke(const TokenSet &tokens, const std::optional<ClientRegistration> &client,
                const Secret &clientSecret, quint64 receipt = 0);
    [[nodiscard]] SessionSnapshot::Receipt::Revocation revocationToBe() const;
    void setRevocation(quint64 receipt, SessionSnapshot::Receipt::Revocation revocation,
                       const std::optional<Failure> &failure = {});

    void setProblem(const std::optional<Failure> &problem);
    void publish();
    void describeTokens(SessionSnapshot &snapshot) const;
    [[nodiscard]] SessionSnapshot::State state() const;

    Identity m_identity;
    SessionPorts m_ports;
    EventSource m_events;
    WhoWaits m_whoWaits;
    std::optional<ClientRegistration> m_client;
    Secret m_clientSecret;
    ItemKeeper m_secretKeeper;
    TokenLife m_life;
    PersonCheck m_personCheck;
    std::unique_ptr<Alarm> m_questionAlarm;
    std::unique_ptr<Alarm>
        m_leaveAlarm; ///< set: it leaves as soon as the keychain has answered, then at last
    std::unique_ptr<SignIn> m_signIn;
    std::optional<Candidate> m_candidate;
    std::optional<QStringList> m_chosenScope; ///< of the re-authorization under way
    std::optional<SessionSnapshot::Receipt> m_receipt;
    std::optional<TokenSet>
        m_ended; ///< what there was before the server or the time ended it; without secrets
    std::optional<Failure> m_problem;
    std::optional<QDateTime> m_problemAt;
    TokenCallers m_callersBeforeLoading;
    Loading m_loading = Loading::Waiting;
    bool m_isUnread = false; ///< the keychain has been asked, and could not tell what there is
    std::chrono::milliseconds m_readsAgainFrom{};
    void (Session::*m_whenLoaded)() = nullptr; ///< an order that came too early
    quint64 m_loadGeneration = 0;
    quint64 m_lastReceipt = 0;
    SessionSnapshot m_snapshot;
};

} // namespace framekey
