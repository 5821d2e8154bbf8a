// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/accountchoice.h"

#include "accounts/accountlist.h"
#include "session/session.h"

#include <algorithm>

namespace framekey
{

using Refusal = AgentAnswer::Refusal;

std::expected<ChosenAccount, AgentAnswer> chooseAccount(const AgentPorts &ports, const QString &account)
{
    const auto accounts = ports.accounts.accounts();
    const QString defaultId = ports.accounts.defaultId();
    auto found = std::ranges::find_if(accounts, [&](const AccountSettings &settings) {
        return account.isEmpty() ? settings.id == defaultId : settings.name == account;
    });
    if (found == accounts.end() && !account.isEmpty())
        found = std::ranges::find(accounts, account, &AccountSettings::id);
    if (found == accounts.end()) {
        QStringList names;
        std::ranges::transform(accounts, std::back_inserter(names), &AccountSettings::name);
        const AgentAdvice advice = ports.wording.noAccount(account, names);
        return std::unexpected(
            AgentAnswer{.refusal = Refusal::NoAccount, .problem = advice.problem, .next = advice.next});
    }
    Session &session = *ports.accounts.session(found->id);
    return ChosenAccount{.session = session,
                         .id = found->id,
                         .subject = {.name = found->name,
                                     .service = session.snapshot().providerName,
                                     .isDefault = found->id == defaultId}};
}

Refusal refusalFor(const Failure &failure, bool isUsable)
{
    using Kind = Failure::Kind;
    if (failure.kind == Kind::Storage)
        return Refusal::Keychain;
    // What a sign-in ended with is not what is wrong: there is none.
    const bool ofRenewal = failure.stage == Failure::Stage::Refresh;
    if (failure.isTemporary() && (ofRenewal || isUsable))
        return Refusal::TryLater;
    const bool mendable = failure.kind == Kind::Client || failure.kind == Kind::Protocol;
    const bool ofSettings =
        failure.kind == Kind::Settings && failure.detail != Failure::Detail::BindingChanged;
    return (mendable && ofRenewal) || ofSettings || isUsable ? Refusal::Failed : Refusal::SignInNeeded;
}

AgentAnswer refusalOf(const AgentPorts &ports, const Failure &failure, const ChosenAccount &account)
{
    const AgentAdvice advice = ports.wording.failure(failure, account.subject);
    return {.refusal = refusalFor(failure, account.session.snapshot().isUsable()),
            .problem = advice.problem,
            .next = advice.next};
}

AgentAnswer refusalOf(const AgentPorts &ports, Refusal refusal, AgentCause cause, const AgentSubject &subject)
{
    const AgentAdvice advice = ports.wording.cause(cause, subject);
    return {.refusal = refusal, .problem = advice.problem, .next = advice.next};
}

} // namespace framekey
