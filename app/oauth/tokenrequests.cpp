// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tokenrequests.h"

#include "oauth/networkanswer.h"
#include "oauth/scope.h"
#include "oauth/tokennetwork.h"
#include "oauth/wirenames.h"

#include <QNetworkReply>

namespace framekey
{

namespace
{

QByteArray bytes(wire::Name name)
{
    return {name.data(), name.size()};
}

} // namespace

std::unique_ptr<TokenNetwork> makeTokenNetwork(const ClientRegistration &client, const Secret &clientSecret)
{
    auto network = std::make_unique<TokenNetwork>();
    network->setCaFile(client.caFile);
    if (client.authentication == ClientAuthentication::Basic)
        network->setClientAuthentication(basicAuthorization(client.clientId, clientSecret),
                                         {client.endpoints.token, client.endpoints.revocation});
    return network;
}

TokenRequests::TokenRequests(const ClientRegistration &client, std::unique_ptr<TokenNetwork> network,
                             QObject *parent)
    : QObject(parent), m_client(client), m_network(std::move(network))
{
}

TokenRequests::~TokenRequests()
{
    m_network->abandon();
}

void TokenRequests::post(const QUrl &endpoint, const QList<std::pair<QByteArray, QByteArray>> &form,
                         Failure::Stage stage, HttpDone done)
{
    QByteArray body;
    for (const auto &[name, value] : form)
        body += (body.isEmpty() ? QByteArray() : QByteArray("&")) + name + '=' + value.toPercentEncoding();
    if (m_client.authentication == ClientAuthentication::None)
        body += '&' + bytes(wire::clientId) + '=' + m_client.clientId.toUtf8().toPercentEncoding();

    QNetworkRequest request(requestUrl(m_client, endpoint));
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      QStringLiteral("application/x-www-form-urlencoded"));
    QNetworkReply *reply = m_network->post(request, body);
    connect(reply, &QNetworkReply::finished, this, [reply, stage, done = std::move(done)] {
        const auto answer = readAnswer(reply, stage);
        reply->deleteLater();
        done(answer);
    });
}

void TokenRequests::refresh(const Secret &refreshToken, const QStringList &scope, TokenAnswer answer)
{
    QList<std::pair<QByteArray, QByteArray>> form{
        {bytes(wire::grantType), "refresh_token"},
        {bytes(wire::refreshToken), refreshToken.reveal()},
    };
    if (m_client.quirks.scopeAtRefresh && !scope.isEmpty())
        form.append({bytes(wire::scope), formatScope(scope, m_client.quirks.scopeSeparator).toUtf8()});
    post(m_client.endpoints.token, form, Failure::Stage::Refresh,
         [answer = std::move(answer), quirks = m_client.quirks](const Outcome<HttpAnswer> &http) {
             if (http)
                 answer(parseTokenResponse(*http, Failure::Stage::Refresh, QDateTime::currentDateTimeUtc(),
                                           quirks));
             else
                 answer(std::unexpected(http.error()));
         });
}

void TokenRequests::revoke(const Secret &token, TokenKind kind, Done answer)
{
    const QByteArray hint = bytes(kind == TokenKind::RefreshToken ? wire::refreshToken : wire::accessToken);
    const QList<std::pair<QByteArray, QByteArray>> form{{bytes(wire::token), token.reveal()},
                                                        {bytes(wire::tokenTypeHint), hint}};
    post(m_client.endpoints.revocation, form, Failure::Stage::Revocation,
         [answer = std::move(answer)](const Outcome<HttpAnswer> &http) {
             if (!http)
                 answer(std::unexpected(http.error()));
             else if (http->status != 200)
                 answer(std::unexpected(
                     failureOf(*http, Failure::Stage::Revocation, QDateTime::currentDateTimeUtc())));
             else
                 answer({});
         });
}

} // namespace framekey
