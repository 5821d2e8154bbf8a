// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/eventlog.h"
#include "session/renewal.h"
#include "session/renewalturns.h"
#include "session/tokencallers.h"
#include "session/tokenkeeper.h"
#include "session/tokenset.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace framekey
{

/// The tokens of a session while they live: kept in the keychain, renewed when due, handed out, dropped. A
/// new refresh token is stored and read back before the new access token is given out. `changed` tells of
/// every difference.
class TokenLife : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void()>;
    using Restored = std::function<void(const Outcome<void> &)>;
    using Dropped = std::function<void(const std::optional<TokenSet> &last)>;

    /// Without `turns` this account's renewals wait for no other's.
    TokenLife(const QString &accountId, TokenStore &store, Clock &clock, RenewalTurns *turns = nullptr,
              QObject *parent = nullptr);
    ~TokenLife() override;

    /// Who is told what happens.
    void setEvents(const EventSource &events) { m_events = events; }
    void setClient(const ClientRegistration &client, const Secret &clientSecret);
    /// Reads what is kept. Fails where it cannot be read, or belongs to another binding (BindingChanged).
    void restore(Restored answer);
    /// Stores the tokens of a sign-in, then lives by them; `done` when the keychain has answered, well or
    /// not.
    void adopt(const TokenSet &tokens, Done done);
    /// Forgets everything here at once and lets the keychain's item go. `last` comes with the tokens to
    /// revoke: at once, or, where a refresh request is under way, when its answer has shown which are the
    /// last.
    void drop(const Dropped &last, std::function<void(const Outcome<void> &)> forgotten);

    void withAccessToken(std::chrono::seconds minValid, TokenCallers::Answer answer);
    void refreshNow();
    /// Time or network may have changed: decides anew.
    void wakeUp();
    void retryStorage() { m_keeper.retryNow(); }
    void setPerson(const Person &person);

    [[nodiscard]] TokenKeeper &keeper() { return m_keeper; }
    [[nodiscard]] const TokenKeeper &keeper() const { return m_keeper; }
    [[nodiscard]] const std::optional<TokenSet> &tokens() const { return m_tokens; }
    [[nodiscard]] bool isRenewing() const { return isBusy() && !m_adopting; }
    /// A renewal is due, and other accounts' come first: nothing has been sent.
    [[nodiscard]] bool waitsForTurn() const { return m_turn.isWaiting(); }
    [[nodiscard]] bool isAlive() const { return m_tokens && m_tokens->isAlive(m_clock); }
    /// Of the next renewal that is planned, UTC.
    [[nodiscard]] std::optional<QDateTime> renewsAt() const;
    /// Of the last renewal that failed; gone with the next success.
    [[nodiscard]] const std::optional<Failure> &problem() const { return m_problem; }
    [[nodiscard]] bool triesAgain() const { return m_tokens && m_tokens->refreshToken && !m_needsPerson; }

Q_SIGNALS:
    void changed();
    void renewed();
    /// The tokens have ended and only the person can bring the sign-in back; `last` is what there was.
    void ended(const framekey::Failure &failure, const framekey::TokenSet &last);

private:
    void makeRenewal();
    [[nodiscard]] std::unique_ptr<TokenNetwork> makeNetwork();
    void noteKeychain() const;
    /// Forgets what is in memory, and nothing else.
    void letGo();
    void askForTurn(RenewalTurn::Haste haste);
    void takeTurn();
    void startRenewal();
    void takeRenewed(const TokenResponse &response);
    void takeFailure(const Failure &failure);
    void tryOtherStoredToken(const Failure &failure);
    void end(const Failure &failure);
    void giveOut();
    void check();
    void schedule();
    void store(const TokenSet &tokens, Done done);
    /// A refresh request is under way, or new tokens are on their way to the keychain.
    [[nodiscard]] bool isBusy() const { return m_renewal->isRunning() || m_incoming.has_value(); }
    [[nodiscard]] std::chrono::milliseconds dueIn() const;
    [[nodiscard]] Outcome<AccessToken> handOut() const;

    Clock &m_clock;
    EventSource m_events;
    std::unique_ptr<RenewalTurns> m_ownTurns; ///< where there are no others'
    RenewalTurn m_turn;
    TokenKeeper m_keeper;
    ClientRegistration m_client;
    Secret m_clientSecret;
    std::unique_ptr<Renewal> m_renewal;
    std::unique_ptr<Alarm> m_alarm;
    TokenCallers m_callers;
    std::optional<TokenSet> m_tokens;
    std::optional<TokenSet> m_incoming; ///< new ones, not yet stored
    std::optional<Failure> m_problem;
    bool m_needsPerson =
        false; ///< the client itself was refused: not tried again without anyone doing anything
    bool m_renewalIsStale = false; ///< made for a secret or certificates that are others now
    bool m_triedStored = false;
    bool m_looksForOther = false; ///< the keychain is asked whether there is another refresh token
    bool m_adopting = false;      ///< `m_incoming` comes from a sign-in, not from a renewal
    quint64 m_generation = 0;     ///< answers for tokens that were dropped or replaced are not news
};

} // namespace framekey
