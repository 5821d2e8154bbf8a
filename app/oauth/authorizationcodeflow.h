// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/clientregistration.h"
#include "oauth/secret.h"

#include <QOAuth2AuthorizationCodeFlow>

namespace framekey
{

class RedirectListener;
class TokenNetwork;

/// What one authorization request asks for.
struct AuthorizationWish {
    QStringList scope;
    QString prompt = {}; ///< OpenID Connect 3.1.2.1; empty: none
};

/// `QOAuth2AuthorizationCodeFlow` made to send exactly what RFC 6749 and RFC 7636 say, the same on
/// Qt 6.4, 6.8 and 6.11: its own `state`, S256 always, every value encoded once, client authentication left
/// to `TokenNetwork`. One flow an attempt; its status and `granted` mean nothing here.
class AuthorizationCodeFlow : public QOAuth2AuthorizationCodeFlow
{
    Q_OBJECT

public:
    /// Listener and network outlive the flow.
    AuthorizationCodeFlow(const ClientRegistration &client, const AuthorizationWish &wish,
                          RedirectListener &listener, TokenNetwork &network, QObject *parent = nullptr);

    [[nodiscard]] const QByteArray &attemptState() const { return m_state; }

private:
    void setParameters(Stage stage, QMultiMap<QString, QVariant> &parameters) const;
    [[nodiscard]] QMultiMap<QString, QVariant> authorizationRequest() const;
    [[nodiscard]] QMultiMap<QString, QVariant> tokenRequest() const;

    ClientRegistration m_client;
    AuthorizationWish m_wish;
    RedirectListener &m_listener;
    QByteArray m_state;
    Secret m_codeVerifier;
};

} // namespace framekey
