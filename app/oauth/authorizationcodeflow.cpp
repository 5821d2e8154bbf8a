// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/authorizationcodeflow.h"

#include "oauth/pkce.h"
#include "oauth/redirectlistener.h"
#include "oauth/scope.h"
#include "oauth/tokennetwork.h"
#include "oauth/wirenames.h"

#include <QUrl>
#include <QUrlQuery>

namespace framekey
{

namespace
{

// Qt hands values on as already encoded, so `+` and `%41` would reach the server as other characters.
QVariant encoded(const QByteArray &value)
{
    return QString::fromLatin1(value.toPercentEncoding());
}

QVariant encoded(const QString &value)
{
    return encoded(value.toUtf8());
}

} // namespace

AuthorizationCodeFlow::AuthorizationCodeFlow(const ClientRegistration &client, const AuthorizationWish &wish,
                                             RedirectListener &listener, TokenNetwork &network,
                                             QObject *parent)
    : QOAuth2AuthorizationCodeFlow(client.clientId, client.endpoints.authorization,
                                   requestUrl(client, client.endpoints.token), &network, parent)
    , m_client(client)
    , m_wish(wish)
    , m_listener(listener)
    , m_state(randomToken())
    , m_codeVerifier(randomToken())
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    // Qt's own PKCE exists from 6.8 on; ours is the same on every version.
    setPkceMethod(PkceMethod::None);
#endif
    setReplyHandler(&listener);
    setState(QString::fromLatin1(m_state));
    setModifyParametersFunction(
        [this](Stage stage, QMultiMap<QString, QVariant> *parameters) { setParameters(stage, *parameters); });
}

void AuthorizationCodeFlow::setParameters(Stage stage, QMultiMap<QString, QVariant> &parameters) const
{
    if (stage == Stage::RequestingAuthorization)
        parameters = authorizationRequest();
    else if (stage == Stage::RequestingAccessToken)
        parameters = tokenRequest();
}

QMultiMap<QString, QVariant> AuthorizationCodeFlow::authorizationRequest() const
{
    QMultiMap<QString, QVariant> parameters{
        {wire::responseType, wire::code},
        {wire::clientId, encoded(m_client.clientId)},
        {wire::redirectUri, encoded(m_listener.callback())},
        {wire::state, encoded(m_state)},
        {wire::codeChallenge, encoded(codeChallenge(m_codeVerifier))},
        {wire::codeChallengeMethod, wire::s256},
    };
    if (!m_wish.scope.isEmpty())
        parameters.insert(wire::scope, encoded(formatScope(m_wish.scope, m_client.quirks.scopeSeparator)));
    if (!m_wish.prompt.isEmpty())
        parameters.insert(wire::prompt, encoded(m_wish.prompt));
    // RFC 6749 3.1: a query of the endpoint's own is kept; ours wins where both name a parameter.
    for (const auto &[name, value] :
         QUrlQuery(m_client.endpoints.authorization).queryItems(QUrl::FullyDecoded)) {
        if (!parameters.contains(name))
            parameters.insert(name, encoded(value));
    }
    return parameters;
}

QMultiMap<QString, QVariant> AuthorizationCodeFlow::tokenRequest() const
{
    QMultiMap<QString, QVariant> parameters{
        {wire::grantType, QStringLiteral("authorization_code")},
        {wire::code, encoded(m_listener.code().reveal())},
        {wire::redirectUri, encoded(m_listener.callback())},
        {wire::codeVerifier, encoded(m_codeVerifier.reveal())},
    };
    if (m_client.authentication == ClientAuthentication::None)
        parameters.insert(wire::clientId, encoded(m_client.clientId));
    if (m_client.quirks.stateAtExchange)
        parameters.insert(wire::state, encoded(m_state));
    if (m_client.quirks.scopeAtExchange)
        parameters.insert(wire::scope, encoded(formatScope(m_wish.scope, m_client.quirks.scopeSeparator)));
    return parameters;
}

} // namespace framekey
