// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/chainfinding.h"
#include "oauth/failure.h"

#include <QString>
#include <QStringList>

#include <chrono>

namespace framekey
{

/// What a script's owner reads: what happened, and what to do (a command where there is one; may be empty).
struct AgentAdvice {
    QString problem = {};
    QString next = {};
};

/// The account that words are about.
struct AgentSubject {
    QString name = {};
    QString service = {};   ///< "Frame.io Legacy"
    bool isDefault = false; ///< commands need not name it
    QString id = {};        ///< names it where its name cannot
};

/// Why an order was refused, where it is not a failure of the account's.
enum class AgentCause {
    NobodySignedIn,
    Denied,
    CancelledByPerson,
    PersonRefused,
    NobodyToAsk, ///< no window to ask the person in
    NoSignInWaits,
    SignInFinishing, ///< too late to cancel it
    NoEnvFile,
    NameTaken,
    BadName,
    ManyChecks, ///< as many are under way as may be
    Quitting,   ///< the program is about to end
    NotAToken,  ///< what the server gave cannot be handed on
};

/// Port: the words of answers on the local socket. The agent itself knows none.
class AgentWording
{
public:
    virtual ~AgentWording() = default;
    [[nodiscard]] virtual AgentAdvice failure(const Failure &failure, const AgentSubject &account) const = 0;
    [[nodiscard]] virtual AgentAdvice cause(AgentCause cause, const AgentSubject &account) const = 0;
    /// There is no account of this name (empty: none was named), but those.
    [[nodiscard]] virtual AgentAdvice noAccount(const QString &named, const QStringList &names) const = 0;
    [[nodiscard]] virtual AgentAdvice finding(const ChainFinding &finding,
                                              const AgentSubject &account) const = 0;
    /// Of a token that lives no longer than this.
    [[nodiscard]] virtual QString livesLess(std::chrono::seconds remaining,
                                            std::chrono::seconds asked) const = 0;
    [[nodiscard]] virtual QString pastedAddress(const Failure &failure,
                                                const AgentSubject &account) const = 0;
    [[nodiscard]] virtual QString notRenewedAgain() const = 0;
    /// Of a sign-out that could not clear the keychain.
    [[nodiscard]] virtual QString keychainNotCleared() const = 0;
};

} // namespace framekey
