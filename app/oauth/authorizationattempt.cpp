// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/authorizationattempt.h"

#include "oauth/tokennetwork.h"

#include <QNetworkReply>

namespace framekey
{

AuthorizationAttempt::AuthorizationAttempt(const ClientRegistration &client, const AuthorizationWish &wish,
                                           std::unique_ptr<TokenNetwork> network, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_requestedScope(wish.scope)
    , m_network(std::move(network))
    , m_flow(std::make_unique<AuthorizationCodeFlow>(client, wish, m_listener, *m_network))
{
    connect(m_flow.get(), &QAbstractOAuth::authorizeWithBrowser, this,
            [this](const QUrl &url) { m_authorizationUrl = url; });
    connect(&m_listener.front(), &RedirectFront::requestRefused, this, &AuthorizationAttempt::requestRefused);
    connect(&m_listener, &RedirectListener::responseTaken, this,
            [this] { Q_EMIT responseTaken(m_listener.way()); });
    connect(&m_listener, &RedirectListener::codeReceived, this, &AuthorizationAttempt::codeReceived);
    connect(&m_listener, &RedirectListener::responseFailed, this,
            [this](const Failure &failure) { finish(std::unexpected(failure)); });
    connect(&m_listener, &RedirectListener::tokenAnswered, this, [this](const Outcome<HttpAnswer> &answer) {
        if (!answer)
            finish(std::unexpected(answer.error()));
        else
            finish(parseTokenResponse(*answer, Failure::Stage::TokenEndpoint, QDateTime::currentDateTimeUtc(),
                                      m_client.quirks));
    });
}

AuthorizationAttempt::~AuthorizationAttempt()
{
    // Qt 6.4 would call the listener from a reply that outlives it.
    m_network->abandon();
}

Outcome<void> AuthorizationAttempt::start(const QDateTime &now)
{
    const auto uri = RedirectUri::parse(m_client.redirectUri);
    if (!uri)
        return std::unexpected(Failure{.stage = Failure::Stage::Settings, .kind = Failure::Kind::Settings});
    std::optional<QSslConfiguration> tls;
    if (uri->kind == RedirectUri::Kind::LoopbackTls) {
        m_certificate = RedirectCertificate::read(m_client.redirectCertificate, uri->host, now);
        if (!m_certificate->isUsable())
            return std::unexpected(m_certificate->failure());
        tls = m_certificate->configuration();
    }
    const auto opened =
        m_listener.open(*uri, {.state = m_flow->attemptState(), .issuer = m_client.issuer}, tls);
    if (!opened)
        return opened;
    m_flow->grant();
    return {};
}

void AuthorizationAttempt::warmUp()
{
    m_network->warmUp(m_client.endpoints.token);
}

void AuthorizationAttempt::finish(const Outcome<TokenResponse> &outcome)
{
    if (m_finished)
        return;
    m_finished = true;
    m_listener.close();
    Q_EMIT finished(outcome);
}

} // namespace framekey
