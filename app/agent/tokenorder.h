// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/activity.h"
#include "agent/accountchoice.h"
#include "agent/agentcall.h"
#include "session/tokencallers.h"

#include <memory>

namespace framekey
{

class SignInWaits;

/// One script's wish for an access token, from the request to its answer and its entry in the activity.
/// Lives for as long as somebody owes it something: a renewal, the person's word, a sign-in.
class TokenOrder : public std::enable_shared_from_this<TokenOrder>
{
public:
    TokenOrder(const AgentPorts &ports, SignInWaits &signInWaits, AgentCallPtr call);

    void start();

private:
    void fetch();
    void take(const Outcome<AccessToken> &outcome);
    /// One that lives; it may be less than was asked for.
    void takeToken(const AccessToken &token);
    void askPerson();
    void refuseUnasked();
    void takeWord(bool allowed);
    void waitForPerson(const ChosenAccount &account);
    void give(const AccessToken &token);
    void refuse(const Failure &failure, const ChosenAccount &account);
    void end(const AgentAnswer &answer, TokenUse::Result result);
    void note(TokenUse::Result result);
    /// Where the caller goes away: undoes what waits for it alone.
    void whenLeft(const std::function<void()> &undo);
    [[nodiscard]] bool asksEachTime() const;
    [[nodiscard]] bool canAsk() const;
    [[nodiscard]] bool isRenewed(const AccessToken &token) const;
    [[nodiscard]] QString noteOn(const AccessToken &token) const;

    AgentPorts m_ports;
    SignInWaits &m_signInWaits;
    AgentCallPtr m_call;
    QDateTime m_startedAt;
    TokenUse m_use;
    AgentSubject m_subject;
    bool m_renewsFirst;
    bool m_mayBeGiven = false; ///< the person said so
};

} // namespace framekey
