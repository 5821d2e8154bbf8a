// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of a session that signs out and revokes.
#include "session/session.h"

#include "oauth/tokennetwork.h"
#include "oauth/tokenrequests.h"
#include "session/revocation.h"

#include <chrono>
#include <memory>

namespace framekey
{

using namespace std::chrono_literals;
using Revoked = SessionSnapshot::Receipt::Revocation;

namespace
{

constexpr std::chrono::seconds keychainPatience = 10s;

}

// Between the order and its receipt: the keychain's answer, and the tokens that turn out to be the last.
struct Session::Leaving {
    SessionSnapshot::Receipt receipt;
    std::optional<TokenSet> last;
    std::optional<ClientRegistration> client;
    Secret clientSecret;
    quint64 number = 0;
    bool lastIsKnown = false;
    bool isForgotten = false;
};

void Session::leave()
{
    endSignIn();
    // A refresh token that has not been read yet could not be revoked.
    if (m_loading == Loading::Waiting && m_client)
        m_leaveAlarm->setIn(keychainPatience);
    else
        leaveNow();
}

void Session::leaveNow()
{
    m_leaveAlarm->stop();
    ++m_loadGeneration; // what the keychain tells later is of no use
    signOut();
    forgetClientSecret();
}

bool Session::hasLeft() const
{
    return m_receipt && m_receipt->revocation != Revoked::Pending && !m_life.keeper().isUnremoved() &&
           !m_secretKeeper.isUnremoved();
}

void Session::signOut()
{
    endSignIn();
    auto leaving = std::make_shared<Leaving>();
    leaving->client = m_client;
    leaving->clientSecret = m_clientSecret;
    leaving->number = ++m_lastReceipt;
    if (m_life.isAlive())
        leaving->receipt.accessTokenUntil = m_life.tokens()->expiresAt();
    leaving->receipt.revocation = revocationToBe();
    m_receipt.reset();
    m_ended.reset();
    m_problem.reset();
    m_isUnread = false; // whatever there is, it is forgotten
    if (m_loading == Loading::Failed && (!needsClientSecret() || hasClientSecret()))
        m_loading = Loading::Done;
    if (m_life.tokens())
        m_events.note({.what = Event::What::SignedOut});
    m_life.drop(
        [this, leaving](const std::optional<TokenSet> &last) {
            leaving->last = last;
            leaving->lastIsKnown = true;
            finishSignOut(*leaving);
        },
        [this, leaving](const Outcome<void> &forgotten) {
            leaving->receipt.keychainCleared = forgotten.has_value();
            leaving->isForgotten = true;
            // Not before: it says that the sign-in is gone from this computer.
            if (leaving->number == m_lastReceipt)
                m_receipt = leaving->receipt;
            publish();
            finishSignOut(*leaving);
        });
    publish();
}

Revoked Session::revocationToBe() const
{
    const bool isUnread = m_loading == Loading::Failed;
    if (!m_life.tokens() && !isUnread)
        return Revoked::NothingToRevoke;
    if (!m_client || m_client->endpoints.revocation.isEmpty())
        return Revoked::Unsupported;
    return m_life.tokens() ? Revoked::Pending : Revoked::Unread;
}

void Session::finishSignOut(const Leaving &leaving)
{
    if (leaving.isForgotten && leaving.lastIsKnown && leaving.last)
        revoke(*leaving.last, leaving.client, leaving.clientSecret, leaving.number);
}

void Session::revoke(const TokenSet &tokens, const std::optional<ClientRegistration> &client,
                     const Secret &clientSecret, quint64 receipt)
{
    if (!client || client->endpoints.revocation.isEmpty())
        return;
    const bool refreshable = tokens.refreshToken.has_value();
    auto requests = std::make_unique<TokenRequests>(*client, makeTokenNetwork(*client, clientSecret));
    auto *revocation = new Revocation(
        std::move(requests), refreshable ? *tokens.refreshToken : tokens.accessToken,
        refreshable ? TokenRequests::TokenKind::RefreshToken : TokenRequests::TokenKind::AccessToken,
        m_ports.clock, this);
    connect(revocation, &Revocation::revoked, this,
            [this] { m_events.note({.what = Event::What::Revoked}); });
    connect(revocation, &Revocation::failed, this,
            [this](const Failure &failure) { m_events.note(Event::What::RevocationFailed, failure); });
    if (receipt != 0) {
        connect(revocation, &Revocation::revoked, this,
                [this, receipt] { setRevocation(receipt, Revoked::Revoked); });
        connect(revocation, &Revocation::failed, this, [this, receipt](const Failure &failure, bool final) {
            setRevocation(receipt, final ? Revoked::Failed : Revoked::Pending, failure);
        });
    }
    revocation->start();
}

void Session::setRevocation(quint64 receipt, Revoked revocation, const std::optional<Failure> &failure)
{
    // A receipt that was put away, or another sign-in's, is not told any more.
    if (!m_receipt || receipt != m_lastReceipt || m_receipt->revocation != Revoked::Pending)
        return;
    m_receipt->revocation = revocation;
    m_receipt->problem = failure;
    if (revocation == Revoked::Revoked)
        m_receipt->accessTokenUntil.reset();
    publish();
}

void Session::dismissReceipt()
{
    m_receipt.reset();
    publish();
}

} // namespace framekey
