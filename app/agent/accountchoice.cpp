// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/accountchoice.h"

#include "accounts/accountlist.h"
#include "session/session.h"

#include <algorithm>

namespace framekey
{

using Refusal = AgentAnswer::Refusal;

namespace
{

AgentAnswer noAccount(const AgentPorts &ports, const QString &account)
{
    QStringList names;
    const auto accounts = ports.accounts.accounts();
    std::ranges::transform(accounts, std::back_inserter(names), &AccountSettings::name);
    const AgentAdvice advice = ports.wording.noAccount(account, names);
    return {.refusal = Refusal::NoAccount, .problem = advice.problem, .next = advice.next};
}

} // namespace

std::expected<ChosenAccount, AgentAnswer> chooseAccount(const AgentPorts &ports, const QString &account)
{
    const QString defaultId = ports.accounts.defaultId();
    const QString id = account.isEmpty() ? defaultId : ports.accounts.idOf(account);
    Session *session = ports.accounts.session(id);
    if (!session)
        return std::unexpected(noAccount(ports, account));
    const SessionSnapshot &snapshot = session->snapshot();
    return ChosenAccount{.session = *session,
                         .id = id,
                         .subject = {.name = snapshot.accountName,
                                     .service = snapshot.providerName,
                                     .isDefault = id == defaultId,
                                     .id = id}};
}

Refusal refusalOfToken(const Failure &failure)
{
    using Kind = Failure::Kind;
    if (failure.kind == Kind::Storage)
        return Refusal::Keychain;
    // What a sign-in ended with, such as a port that was taken, is not what is wrong: there is none.
    const bool isOfSignIn =
        failure.detail == Failure::Detail::BindingChanged || failure.stage == Failure::Stage::Listening;
    if (failure.kind == Kind::Settings && !isOfSignIn)
        return Refusal::Failed;
    if (failure.stage != Failure::Stage::Refresh)
        return Refusal::SignInNeeded;
    if (failure.isTemporary())
        return Refusal::TryLater;
    const bool isRefused = failure.kind == Kind::Client || failure.kind == Kind::Protocol;
    return isRefused ? Refusal::Failed : Refusal::SignInNeeded;
}

Refusal refusalOfSignIn(const Failure &failure)
{
    switch (failure.kind) {
    case Failure::Kind::Storage:
        return Refusal::Keychain;
    case Failure::Kind::Denied:
    case Failure::Kind::Cancelled:
        return Refusal::Cancelled;
    case Failure::Kind::TimedOut:
        return Refusal::SignInNeeded;
    default:
        return failure.isTemporary() || failure.detail == Failure::Detail::AnotherSignIn ? Refusal::TryLater
                                                                                         : Refusal::Failed;
    }
}

AgentAnswer refusalOf(const AgentPorts &ports, Refusal refusal, const Failure &failure,
                      const AgentSubject &subject)
{
    const AgentAdvice advice = ports.wording.failure(failure, subject);
    return {.refusal = refusal, .problem = advice.problem, .next = advice.next};
}

AgentAnswer refusalOf(const AgentPorts &ports, Refusal refusal, AgentCause cause, const AgentSubject &subject)
{
    const AgentAdvice advice = ports.wording.cause(cause, subject);
    return {.refusal = refusal, .problem = advice.problem, .next = advice.next};
}

} // namespace framekey
