// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin.h"

#include "oauth/authorizationattempt.h"
#include "oauth/tokennetwork.h"
#include "redirectingbrowser.h"

#include <QEventLoop>
#include <QOAuth2AuthorizationCodeFlow>
#include <QOAuthHttpServerReplyHandler>
#include <QTimer>

namespace framekey::bench
{

namespace
{

using namespace std::chrono_literals;

constexpr auto inTheBrowser = 300ms;
constexpr auto patience = 10s;
const QString clientId = QStringLiteral("bench");
const QString scope = QStringLiteral("offline");
const QUrl authorizationUrl(QStringLiteral("https://127.0.0.1/authorize"));

/// Runs from the person's stay in the browser until `hasTokens`, which ends `loop` when it changes.
std::optional<SignIn> follow(const QUrl &url, TokenServer &server, QEventLoop &loop, const bool &hasTokens)
{
    QTimer::singleShot(inTheBrowser, &loop, &QEventLoop::quit);
    loop.exec();
    RedirectingBrowser browser;
    const auto start = browser.comeBackFrom(url);
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    loop.exec();
    const Arrivals arrivals = server.takeArrivals();
    if (!hasTokens)
        return std::nullopt;
    return SignIn{arrivals.firstPost - start, arrivals.connections, arrivals.posts};
}

} // namespace

std::optional<SignIn> signInWithFramekey(TokenServer &server)
{
    ClientRegistration client;
    client.clientId = clientId;
    client.redirectUri = QStringLiteral("http://127.0.0.1:0/callback");
    client.endpoints.authorization = authorizationUrl;
    client.endpoints.token = server.url();
    AuthorizationAttempt attempt(client, {.scope = {scope}}, std::make_unique<TokenNetwork>());
    QEventLoop loop;
    bool hasTokens = false;
    QObject::connect(&attempt, &AuthorizationAttempt::finished, &loop,
                     [&](const Outcome<TokenResponse> &outcome) {
                         hasTokens = outcome.has_value();
                         loop.quit();
                     });
    if (!attempt.start(QDateTime::currentDateTimeUtc()))
        return std::nullopt;
    attempt.warmUp();
    return follow(attempt.authorizationUrl(), server, loop, hasTokens);
}

std::optional<SignIn> signInWithPlainQt(TokenServer &server)
{
    QNetworkAccessManager network;
    QOAuth2AuthorizationCodeFlow flow(clientId, authorizationUrl, server.url(), &network);
    QOAuthHttpServerReplyHandler handler(QHostAddress(QHostAddress::LocalHost), 0);
    flow.setReplyHandler(&handler);
    flow.setScope(scope);
    QUrl url;
    QEventLoop loop;
    bool hasTokens = false;
    QObject::connect(&flow, &QAbstractOAuth::authorizeWithBrowser, &loop,
                     [&](const QUrl &asked) { url = asked; });
    QObject::connect(&flow, &QAbstractOAuth::granted, &loop, [&] {
        hasTokens = true;
        loop.quit();
    });
    flow.grant();
    return follow(url, server, loop, hasTokens);
}

} // namespace framekey::bench
