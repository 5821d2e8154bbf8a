// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/agentwords.h"

#include "ui/presentation/failuretext.h"

#include <cstdlib>

// What `framekey check` and `framekey doctor` say of each link.
namespace framekey
{

namespace
{

QString day(const std::optional<QDateTime> &instant)
{
    return instant ? instant->toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QString();
}

QString hostAndProxy(const QString &subject)
{
    const QString host = subject.section(u' ', 0, 0);
    const QString proxy = subject.section(u' ', 1);
    return proxy.isEmpty() ? host : AgentWords::tr("%1, through the proxy %2,").arg(host, proxy);
}

AgentAdvice clockAdvice(const ChainFinding &finding)
{
    if (finding.state == ChainState::Good)
        return {AgentWords::tr("This computer's clock agrees with the server's."), {}};
    if (finding.subject.isEmpty())
        return {AgentWords::tr("The server does not say what time it is."), {}};
    const qint64 off = finding.subject.toLongLong();
    const QString says =
        off > 0 ? AgentWords::tr("This computer's clock is %1 s ahead of the server's.").arg(off)
                : AgentWords::tr("This computer's clock is %1 s behind the server's.").arg(std::abs(off));
    return {says, AgentWords::tr("Set the clock: timedatectl set-ntp true")};
}

AgentAdvice browserAdvice(const ChainFinding &finding)
{
    switch (finding.state) {
    case ChainState::Good:
        return {AgentWords::tr("%1 opens the browser.").arg(finding.subject), {}};
    case ChainState::Warn:
        return {AgentWords::tr("Framekey runs without a display, so it opens no browser."),
                QStringLiteral("framekey login --no-browser")};
    case ChainState::Bad:
        break;
    }
    if (!finding.subject.isEmpty())
        return {AgentWords::tr("BROWSER names %1, which is no program here.").arg(finding.subject),
                AgentWords::tr("Set BROWSER to a browser, or unset it.")};
    return {AgentWords::tr("No program opens addresses here."),
            AgentWords::tr("Install xdg-utils, or use framekey login --no-browser.")};
}

AgentAdvice redirectAdvice(const ChainFinding &finding, const AgentSubject &account)
{
    if (finding.state == ChainState::Good)
        return {AgentWords::tr("The browser can come back to %1.").arg(finding.subject), {}};
    if (finding.until)
        return {AgentWords::tr("The certificate for %1 ends on %2.").arg(finding.subject, day(finding.until)),
                commandFor("open", account)};
    return {AgentWords::tr("This desktop does not hand %1 over to Framekey yet.").arg(finding.subject),
            AgentWords::tr("Sign in from the window, which offers to register it; or paste the address.")};
}

AgentAdvice renewalAdvice(const ChainFinding &finding, const AgentSubject &account)
{
    if (finding.state == ChainState::Good && !finding.until)
        return {AgentWords::tr("The sign-in can be renewed."), {}};
    if (finding.state == ChainState::Good)
        return {AgentWords::tr("The sign-in can be renewed; the token is valid until %1.")
                    .arg(day(finding.until)),
                {}};
    return {AgentWords::tr("The sign-in cannot be renewed: the server gave nothing to renew it with."),
            AgentWords::tr("Ask for offline access: %1 --scopes …").arg(commandFor("login", account))};
}

AgentAdvice lastingAdvice(const ChainFinding &finding, const AgentSubject &account)
{
    const QString until = day(finding.until);
    if (finding.state == ChainState::Good)
        return {AgentWords::tr("Even unused, the sign-in lasts until about %1.").arg(until), {}};
    if (finding.state == ChainState::Bad)
        return {AgentWords::tr("The sign-in ends at %1, before that.").arg(until),
                commandFor("login", account)};
    if (!finding.until)
        return {
            AgentWords::tr("How long a sign-in lasts there is not known; while it runs, Framekey renews it."),
            {}};
    return {
        AgentWords::tr("It lasts until about %1 for certain, and longer while Framekey runs and renews it.")
            .arg(until),
        {}};
}

AgentAdvice scopesAdvice(const ChainFinding &finding, const AgentSubject &account)
{
    switch (finding.state) {
    case ChainState::Good:
        return {AgentWords::tr("All of that was granted."), {}};
    case ChainState::Warn:
        return {AgentWords::tr("The server does not tell what it granted."), {}};
    case ChainState::Bad:
        break;
    }
    return {AgentWords::tr("This was not granted: %1.").arg(finding.subject),
            AgentWords::tr("Ask for it: %1 --scopes …").arg(commandFor("login", account))};
}

AgentAdvice keychainAdvice(ChainState state)
{
    if (state == ChainState::Good)
        return {AgentWords::tr("The keychain keeps what it is given."), {}};
    return {AgentWords::tr("The keychain works now, but the sign-in is still in memory only."),
            AgentWords::tr("It is stored within two minutes; look again with framekey check.")};
}

AgentAdvice signInAdvice(const ChainFinding &finding, const AgentSubject &account)
{
    if (finding.state != ChainState::Good)
        return {AgentWords::tr("Nobody is signed in."), commandFor("login", account)};
    if (!finding.until)
        return {AgentWords::tr("Somebody is signed in; the token is about to be renewed."), {}};
    return {AgentWords::tr("Somebody is signed in; the token is valid until %1.").arg(day(finding.until)),
            {}};
}

AgentAdvice plainAdvice(const ChainFinding &finding, const AgentSubject &account)
{
    const bool isGood = finding.state == ChainState::Good;
    switch (finding.link) {
    case ChainLink::Settings:
        return isGood
                   ? AgentAdvice{AgentWords::tr("The settings are complete."), {}}
                   : AgentAdvice{AgentWords::tr("There is no account yet."), QStringLiteral("framekey open")};
    case ChainLink::ClientSecret:
        return isGood ? AgentAdvice{AgentWords::tr("The client secret is at hand."), {}}
                      : AgentAdvice{AgentWords::tr("The client secret is missing."),
                                    commandFor("open", account)};
    case ChainLink::SignIn:
        return signInAdvice(finding, account);
    default:
        return isGood ? AgentAdvice{AgentWords::tr("Framekey has a window, where you can be asked."), {}}
                      : AgentAdvice{AgentWords::tr("Framekey runs without a window: it cannot ask you."),
                                    AgentWords::tr("Nothing to do where only scripts run.")};
    }
}

} // namespace

AgentAdvice AgentWords::finding(const ChainFinding &finding, const AgentSubject &account) const
{
    if (finding.failure)
        return failure(*finding.failure, account);
    switch (finding.link) {
    case ChainLink::Keychain:
        return keychainAdvice(finding.state);
    case ChainLink::Network:
    case ChainLink::TokenEndpoint:
    case ChainLink::Api:
        return {tr("%1 answers.").arg(hostAndProxy(finding.subject)), {}};
    case ChainLink::Clock:
        return clockAdvice(finding);
    case ChainLink::Browser:
        return browserAdvice(finding);
    case ChainLink::Redirect:
        return redirectAdvice(finding, account);
    case ChainLink::Renewal:
        return renewalAdvice(finding, account);
    case ChainLink::Lasting:
        return lastingAdvice(finding, account);
    case ChainLink::Scopes:
        return scopesAdvice(finding, account);
    default:
        return plainAdvice(finding, account);
    }
}

} // namespace framekey
