// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/agentwording.h"
#include "accounts/requester.h"

#include <QCoreApplication>

namespace framekey
{

/// The sentences that `framekey` says to scripts and their owners, and the commands that help.
class AgentWords : public AgentWording
{
    Q_DECLARE_TR_FUNCTIONS(Agent)

public:
    [[nodiscard]] AgentAdvice failure(const Failure &failure, const AgentSubject &account) const override;
    [[nodiscard]] AgentAdvice cause(AgentCause cause, const AgentSubject &account) const override;
    [[nodiscard]] AgentAdvice noAccount(const QString &named, const QStringList &names) const override;
    [[nodiscard]] AgentAdvice finding(const ChainFinding &finding,
                                      const AgentSubject &account) const override;
    [[nodiscard]] QString livesLess(std::chrono::seconds remaining,
                                    std::chrono::seconds asked) const override;
    [[nodiscard]] QString pastedAddress(const Failure &failure, const AgentSubject &account) const override;
    [[nodiscard]] QString notRenewedAgain() const override;
    [[nodiscard]] QString keychainNotCleared() const override;
};

/// `framekey VERB`, with the account's name where it is not the default, as a shell takes it.
[[nodiscard]] QString commandFor(const char *verb, const AgentSubject &account);

/// One sentence for a desktop notification: who waits for a sign-in to this account.
[[nodiscard]] QString waitNotice(const Requester &requester, const QString &account);

} // namespace framekey
