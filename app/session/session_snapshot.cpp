// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What of a session is told to the world.
#include "session/session.h"

namespace framekey
{

using State = SessionSnapshot::State;

State Session::state() const
{
    if (m_life.tokens()) {
        if (m_life.isRenewing())
            return State::Renewing;
        if (m_life.isAlive())
            return State::SignedIn;
        // Nothing is wrong so far: after a start the other accounts' renewals only came first.
        if (m_life.waitsForTurn() && !m_life.problem())
            return State::Renewing;
        return m_life.triesAgain() ? State::Offline : State::SignInNeeded;
    }
    if (m_signIn)
        return State::SigningIn;
    if (m_loading == Loading::Waiting)
        return State::Starting;
    if (m_ended)
        return State::SignInNeeded;
    return m_loading == Loading::Failed ? State::KeychainLocked : State::SignedOut;
}

void Session::describeTokens(SessionSnapshot &snapshot) const
{
    const std::optional<TokenSet> &tokens = m_life.tokens() ? m_life.tokens() : m_ended;
    if (!tokens)
        return;
    snapshot.person = tokens->person;
    if (!tokens->requestedScope.isEmpty())
        snapshot.requestedScope = tokens->requestedScope;
    snapshot.grantedScope = tokens->grantedScope;
    snapshot.lastRenewedAt = tokens->lastRenewedAt;
    snapshot.renewable = tokens->refreshToken.has_value();
    // Restored by its refresh token alone: the access token that this instant belonged to is gone.
    if (!tokens->accessToken.isEmpty() || m_ended)
        snapshot.expiresAt = tokens->expiresAt();
    if (!m_life.tokens())
        return;
    snapshot.renewsAt = m_life.renewsAt();
    // Asked for once more while a request is under way: that one has to be waited for.
    snapshot.waitsForTurn = m_life.waitsForTurn() && !m_life.isRenewing();
    snapshot.personProblem = m_personCheck.problem();
    snapshot.personProblemAt = m_personCheck.problemAt();
    if (tokens->refreshToken && m_client && m_client->unusedDays > 0)
        snapshot.unusedUntil = tokens->issuedAt.addDays(m_client->unusedDays);
}

void Session::publish()
{
    SessionSnapshot snapshot;
    snapshot.accountId = m_identity.accountId;
    snapshot.accountName = m_identity.accountName;
    snapshot.providerId = m_identity.providerId;
    snapshot.providerName = m_identity.providerName;
    snapshot.state = state();
    snapshot.pending = m_life.tokens() && (m_signIn || m_candidate);
    if (m_client)
        snapshot.requestedScope = m_client->requestedScope;
    describeTokens(snapshot);
    snapshot.storageProblem = m_life.keeper().problem();
    snapshot.storage =
        snapshot.storageProblem ? SessionSnapshot::Storage::Memory : SessionSnapshot::Storage::Keychain;
    snapshot.clientSecretProblem = m_secretKeeper.problem();
    snapshot.problem = m_problem ? m_problem : m_life.problem();
    snapshot.problemAt = m_problemAt;
    if (m_signIn)
        snapshot.waiting = m_signIn->waiting();
    if (m_candidate)
        snapshot.question = m_candidate->question;
    snapshot.receipt = m_receipt;
    m_snapshot = snapshot;
    Q_EMIT snapshotChanged(m_snapshot);
}

} // namespace framekey
