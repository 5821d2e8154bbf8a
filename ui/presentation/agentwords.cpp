// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/agentwords.h"

#include "ui/presentation/failuretext.h"
#include "ui/presentation/requesterwords.h"
#include "ui/presentation/shellword.h"

namespace framekey
{

namespace
{

QString toDo(const Failure &failure, const FailureText &text, const AgentSubject &account)
{
    switch (failure.kind) {
    case Failure::Kind::Storage:
        if (failure.detail == Failure::Detail::KeychainAbsent)
            return AgentWords::tr("%1 works, but ends with Framekey; or install a keychain (gnome-keyring or "
                                  "KWallet) and start it.")
                .arg(commandFor("login", account));
        return AgentWords::tr("Unlock the keychain, then try again.");
    case Failure::Kind::Network:
    case Failure::Kind::Server:
        return AgentWords::tr("Try again in a minute. `framekey doctor` shows what is in the way.");
    case Failure::Kind::Client:
    case Failure::Kind::Settings:
        return failure.detail == Failure::Detail::BindingChanged ? commandFor("login", account)
                                                                 : commandFor("open", account);
    case Failure::Kind::Protocol:
        return text.toDo;
    default:
        return commandFor("login", account);
    }
}

// What is known comes first; what it says of itself is only that.
QString whoIs(const RequesterWords &words)
{
    return words.claims.isEmpty() ? words.program
                                  : QStringLiteral("%1 (%2)").arg(words.program, words.claims);
}

} // namespace

QString commandFor(const char *verb, const AgentSubject &account)
{
    const QString words = QStringLiteral("framekey ") + QLatin1StringView(verb);
    return account.isDefault ? words : words + u' ' + shellWord(accountArgument(account.name, account.id));
}

AgentAdvice AgentWords::failure(const Failure &failure, const AgentSubject &account) const
{
    const FailureText text = FailureText::of(failure, account.service);
    const QString code = text.code.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(text.code);
    return {.problem = text.happened + code + u'.', .next = toDo(failure, text, account)};
}

AgentAdvice AgentWords::cause(AgentCause cause, const AgentSubject &account) const
{
    switch (cause) {
    case AgentCause::NobodySignedIn:
        return {tr("Nobody is signed in to %1 for the account \"%2\".").arg(account.service, account.name),
                commandFor("login", account)};
    case AgentCause::Denied:
        return {tr("Access was not allowed in the browser."), commandFor("login", account)};
    case AgentCause::CancelledByPerson:
        return {tr("The sign-in was cancelled."), commandFor("login", account)};
    case AgentCause::PersonRefused:
        return {tr("The person at this computer did not allow it, or did not answer in time."), {}};
    case AgentCause::NobodyToAsk:
        return {
            tr("The account \"%1\" asks each time, and Framekey has no window to ask in.").arg(account.name),
            tr("Open Framekey on the desktop, then try again.")};
    case AgentCause::NoSignInWaits:
        return {tr("No sign-in waits for the account \"%1\".").arg(account.name),
                commandFor("login", account)};
    case AgentCause::SignInFinishing:
        return {tr("It is too late to cancel: the sign-in is being stored."), commandFor("logout", account)};
    case AgentCause::NoEnvFile:
        return {tr("Nothing says what to add."), tr("Name a .env file by its whole path.")};
    case AgentCause::NameTaken:
        return {tr("Another account is called \"%1\" already.").arg(account.name), {}};
    case AgentCause::BadName:
        return {tr("An account cannot have this name."), {}};
    case AgentCause::ManyChecks:
        return {tr("Framekey is looking for several scripts already."), tr("Try again in a few seconds.")};
    case AgentCause::Quitting:
        return {tr("Framekey is being quit and takes no more orders."), tr("Try again in a few seconds.")};
    case AgentCause::NotAToken:
        return {tr("%1 gave a token with characters that no token may have. It was not handed on.")
                    .arg(account.service),
                {}};
    }
    return {};
}

AgentAdvice AgentWords::noAccount(const QString &named, const QStringList &names) const
{
    if (names.isEmpty())
        return {tr("There is no account yet."), QStringLiteral("framekey open")};
    const QString known = names.join(QStringLiteral(", "));
    if (named.isEmpty())
        return {tr("No account is the default."), tr("Name one of these: %1.").arg(known)};
    return {tr("There is no account \"%1\".").arg(named), tr("There are these: %1.").arg(known)};
}

QString AgentWords::livesLess(std::chrono::seconds remaining, std::chrono::seconds asked) const
{
    return tr("The token is valid for %1 s, less than the %2 s asked for: tokens of this account do not live "
              "longer, or it could not be renewed again yet.")
        .arg(remaining.count())
        .arg(asked.count());
}

QString AgentWords::pastedAddress(const Failure &failure, const AgentSubject &account) const
{
    return FailureText::ofPastedAddress(failure, account.service);
}

QString AgentWords::notRenewedAgain() const
{
    return tr("It was not renewed again: at most once in 30 seconds, and only where there is something to "
              "renew it with.");
}

QString waitNotice(const Requester &requester, const QString &account)
{
    return AgentWords::tr("%1 waits for a token of %2. Open Framekey to sign in.")
        .arg(whoIs(RequesterWords::of(requester)), shownText(account));
}

QString AgentWords::keychainNotCleared() const
{
    return tr("Framekey has forgotten the sign-in, but the keychain could not be cleared.");
}

} // namespace framekey
