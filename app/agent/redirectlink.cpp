// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/chainlinks.h"

#include "accounts/accountlist.h"
#include "oauth/redirectcertificate.h"
#include "oauth/redirecturi.h"
#include "session/clock.h"
#include "session/schemeregistration.h"
#include "session/session.h"

#include <QTcpServer>

#include <algorithm>

namespace framekey
{

namespace
{

ChainFinding bad(const Failure &failure)
{
    return {.link = ChainLink::Redirect, .state = ChainState::Bad, .failure = failure};
}

Failure listeningFailure(Failure::Detail detail, const QString &subject)
{
    return {.stage = Failure::Stage::Listening,
            .kind = Failure::Kind::Settings,
            .detail = detail,
            .subject = subject};
}

// Bound for a moment, as a sign-in would.
ChainFinding tryPort(const RedirectUri &redirect, const SessionSnapshot &session)
{
    ChainFinding finding{.link = ChainLink::Redirect, .subject = redirect.toRegister()};
    const bool isOurs = session.waiting && session.waiting->port == redirect.port;
    if (redirect.port == 0 || isOurs)
        return finding;
    const bool isFree = std::ranges::all_of(redirect.addresses, [&redirect](const QHostAddress &address) {
        return QTcpServer().listen(address, redirect.port);
    });
    return isFree ? finding
                  : bad(listeningFailure(Failure::Detail::PortTaken, QString::number(redirect.port)));
}

ChainFinding tryCertificate(const RedirectUri &redirect, const RedirectCertificateFiles &files,
                            const SessionSnapshot &session, const QDateTime &now)
{
    const auto certificate = RedirectCertificate::read(files, redirect.host, now);
    if (!certificate.isUsable())
        return bad(certificate.failure());
    ChainFinding finding = tryPort(redirect, session);
    if (finding.state == ChainState::Good && certificate.endsSoon())
        finding = {.link = ChainLink::Redirect,
                   .state = ChainState::Warn,
                   .subject = redirect.text,
                   .until = certificate.validUntil()};
    return finding;
}

void tryScheme(Chain &chain, SchemeRegistration &schemes, const RedirectUri &redirect)
{
    schemes.ask(redirect.scheme, [tell = chain.later(), text = redirect.text](HandOver handOver) {
        const bool isReady = handOver == HandOver::Ready;
        tell({.link = ChainLink::Redirect,
              .state = isReady ? ChainState::Good : ChainState::Warn,
              .subject = text});
    });
}

} // namespace

void tryRedirect(Chain &chain, const AgentPorts &ports, const ChosenAccount &account)
{
    const auto settings = ports.accounts.find(account.id);
    const auto redirect = RedirectUri::parse(settings->redirectUri);
    if (!redirect)
        return; // the settings say so
    const SessionSnapshot &session = account.session.snapshot();
    switch (redirect->kind) {
    case RedirectUri::Kind::Loopback:
        chain.add(tryPort(*redirect, session));
        return;
    case RedirectUri::Kind::LoopbackTls:
        chain.add(tryCertificate(*redirect, settings->redirectCertificate, session, ports.clock.nowUtc()));
        return;
    case RedirectUri::Kind::CustomScheme:
        if (ports.schemes)
            tryScheme(chain, *ports.schemes, *redirect);
        return;
    case RedirectUri::Kind::Paste:
        chain.add({.link = ChainLink::Redirect, .subject = redirect->text});
    }
}

} // namespace framekey
