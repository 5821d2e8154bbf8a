// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/chainlinks.h"

#include "accounts/accountlist.h"
#include "session/clock.h"
#include "session/session.h"
#include "session/tokenstore.h"

#include <QStandardPaths>

#include <algorithm>

namespace framekey
{

namespace
{

// As xdg-open reads it: commands, the first that works.
bool namesAProgram(const QString &browsers)
{
    const QStringList commands = browsers.split(u':', Qt::SkipEmptyParts);
    return std::ranges::any_of(commands, [](const QString &command) {
        return !QStandardPaths::findExecutable(command.section(u' ', 0, 0)).isEmpty();
    });
}

} // namespace

using State = SessionSnapshot::State;

void trySettings(Chain &chain, const AgentPorts &ports, const ChosenAccount &account)
{
    const auto client = ports.accounts.registrationOf(account.id);
    if (client)
        chain.add({.link = ChainLink::Settings});
    else
        chain.add({.link = ChainLink::Settings, .state = ChainState::Bad, .failure = client.error()});
}

void tryKeychain(Chain &chain, const AgentPorts &ports, const ChosenAccount *account)
{
    const bool inMemory = account && account->session.snapshot().storage == SessionSnapshot::Storage::Memory;
    ports.store.probe([tell = chain.later(), inMemory](const Outcome<void> &probed) {
        ChainFinding finding{.link = ChainLink::Keychain};
        if (!probed) {
            finding.state = ChainState::Bad;
            finding.failure = probed.error();
        } else if (inMemory) {
            finding.state = ChainState::Warn;
        }
        tell(finding);
    });
}

void tryClientSecret(Chain &chain, const ChosenAccount &account)
{
    if (!account.session.needsClientSecret())
        return;
    const auto &problem = account.session.snapshot().clientSecretProblem;
    if (!account.session.hasClientSecret())
        chain.add({.link = ChainLink::ClientSecret, .state = ChainState::Bad});
    else if (problem)
        chain.add({.link = ChainLink::ClientSecret, .state = ChainState::Warn, .failure = problem});
    else
        chain.add({.link = ChainLink::ClientSecret});
}

void tryBrowser(Chain &chain, const AgentPorts &ports)
{
    const QString named = qEnvironmentVariable("BROWSER");
    const QString opener = QStandardPaths::findExecutable(QStringLiteral("xdg-open"));
    ChainFinding finding{.link = ChainLink::Browser, .subject = named.isEmpty() ? opener : named};
    if (!ports.hasWindow)
        finding.state = ChainState::Warn;
    else if (named.isEmpty() ? opener.isEmpty() : !namesAProgram(named))
        finding.state = ChainState::Bad;
    chain.add(finding);
}

void trySignIn(Chain &chain, const AgentPorts &ports, const ChosenAccount &account)
{
    const SessionSnapshot &session = account.session.snapshot();
    const bool isGood = session.isUsable();
    chain.add({.link = ChainLink::SignIn,
               .state = isGood ? ChainState::Good : ChainState::Bad,
               .failure = isGood ? std::nullopt : session.problem,
               .until = session.expiresAt});
    if (!isGood)
        return;
    chain.add({.link = ChainLink::Renewal,
               .state = session.problem || !session.renewable ? ChainState::Warn : ChainState::Good,
               .failure = session.problem,
               .until = session.expiresAt});
    tryLasting(chain, ports, account, std::nullopt);
}

ChainFinding renewalFinding(const Outcome<AccessToken> &token, bool renewable)
{
    if (!token)
        return {.link = ChainLink::SignIn, .state = ChainState::Bad, .failure = token.error()};
    const bool isGood = renewable && !token->renewalProblem;
    return {.link = ChainLink::Renewal,
            .state = isGood ? ChainState::Good : ChainState::Bad,
            .failure = token->renewalProblem,
            .until = token->expiresAt};
}

void tryLasting(Chain &chain, const AgentPorts &ports, const ChosenAccount &account,
                std::optional<std::chrono::seconds> wanted)
{
    const SessionSnapshot &session = account.session.snapshot();
    if (!session.isUsable())
        return;
    const QDateTime lastsUntil = ports.clock.nowUtc().addSecs(wanted.value_or(std::chrono::hours(0)).count());
    ChainFinding finding{.link = ChainLink::Lasting, .until = session.unusedUntil};
    if (!session.renewable)
        finding = {.link = ChainLink::Lasting,
                   .state = session.expiresAt < lastsUntil ? ChainState::Bad : ChainState::Warn,
                   .until = session.expiresAt};
    else if (!session.unusedUntil || *session.unusedUntil < lastsUntil)
        finding.state = ChainState::Warn;
    chain.add(finding);
}

void tryScopes(Chain &chain, const ChosenAccount &account, const QStringList &wanted)
{
    const auto &granted = account.session.snapshot().grantedScope;
    if (!granted) {
        chain.add({.link = ChainLink::Scopes, .state = ChainState::Warn});
        return;
    }
    QStringList missing = wanted;
    missing.removeIf([&granted](const QString &scope) { return granted->contains(scope); });
    chain.add({.link = ChainLink::Scopes,
               .state = missing.isEmpty() ? ChainState::Good : ChainState::Bad,
               .subject = missing.join(u' ')});
}

void tryWindow(Chain &chain, const AgentPorts &ports)
{
    chain.add({.link = ChainLink::Window, .state = ports.hasWindow ? ChainState::Good : ChainState::Warn});
}

} // namespace framekey
