// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/networklink.h"

#include "accounts/accountlist.h"
#include "oauth/httpdate.h"
#include "oauth/networkanswer.h"
#include "oauth/tokennetwork.h"
#include "oauth/tokenrequests.h"
#include "session/clock.h"

#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QTimer>

#include <chrono>
#include <cstdlib>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr auto answerWithin = 8s;

QUrl rootOf(const QUrl &endpoint)
{
    QUrl root = endpoint.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    root.setPath(QStringLiteral("/"));
    return root;
}

QString proxyFor(const TokenNetwork &network, const QUrl &url)
{
    QNetworkProxyFactory *factory = network.proxyFactory();
    if (!factory)
        return {};
    const auto proxies = factory->queryProxy(QNetworkProxyQuery(url));
    if (proxies.isEmpty() || proxies[0].type() == QNetworkProxy::NoProxy)
        return {};
    return QStringLiteral("%1:%2").arg(proxies[0].hostName()).arg(proxies[0].port());
}

ChainFinding clockFinding(const QByteArray &date, const QDateTime &now, bool isThisComputers)
{
    ChainFinding finding{.link = ChainLink::Clock};
    if (date.isEmpty() && isThisComputers)
        return finding;
    const auto server = parseHttpDate(date);
    if (!server) {
        finding.state = ChainState::Warn;
        return finding;
    }
    const qint64 off = server->secsTo(now);
    finding.subject = QString::number(off);
    if (std::abs(off) > clockFarOff)
        finding.state = ChainState::Bad;
    else if (std::abs(off) > clockOff)
        finding.state = ChainState::Warn;
    return finding;
}

using Told = std::function<void(const Outcome<HttpAnswer> &, const QByteArray &date, const QString &proxy)>;

void askFor(ClientRegistration client, const QUrl &url, const Told &told)
{
    client.authentication = ClientAuthentication::None; // not even its id
    TokenNetwork *network = makeTokenNetwork(client, Secret()).release();
    const QString proxy = proxyFor(*network, url);
    QNetworkReply *reply = network->head(QNetworkRequest(url));
    QTimer::singleShot(answerWithin, reply, [reply] { stopReply(reply, Failure::Detail::NoAnswer); });
    QObject::connect(reply, &QNetworkReply::finished, network, [network, reply, told, proxy] {
        network->deleteLater();
        const auto answer = readAnswer(reply, Failure::Stage::TokenEndpoint);
        told(answer, reply->rawHeader("Date"), proxy);
    });
}

void tryHost(ChainLink link, const ClientRegistration &client, const QUrl &url, const Chain::Tell &tell,
             const std::function<void(const QByteArray &date)> &takeDate)
{
    askFor(client, url, [=](const Outcome<HttpAnswer> &answer, const QByteArray &date, const QString &proxy) {
        ChainFinding finding{.link = link, .subject = url.host()};
        if (!proxy.isEmpty())
            finding.subject += u' ' + proxy;
        if (!answer) {
            finding.state = ChainState::Bad;
            finding.failure = answer.error();
        }
        takeDate(date);
        tell(finding);
    });
}

} // namespace

void tryNetwork(Chain &chain, const AgentPorts &ports, const ChosenAccount &account)
{
    const auto client = ports.accounts.registrationOf(account.id);
    if (!client)
        return; // the settings say so
    const QUrl authorization = rootOf(client->endpoints.authorization);
    const QUrl token = rootOf(client->endpoints.token);
    tryHost(ChainLink::Network, *client, authorization, chain.later(),
            [tell = chain.later(), &clock = ports.clock, isLocal = isLoopbackHost(authorization.host())](
                const QByteArray &date) { tell(clockFinding(date, clock.nowUtc(), isLocal)); });
    if (token != authorization)
        tryHost(ChainLink::TokenEndpoint, *client, token, chain.later(), [](const QByteArray &) {});
    // What it says to a request without a token is no matter: it is there.
    const QUrl api = rootOf(client->endpoints.api);
    if (!client->endpoints.api.isEmpty() && api != authorization && api != token)
        tryHost(ChainLink::Api, *client, api, chain.later(), [](const QByteArray &) {});
}

} // namespace framekey
