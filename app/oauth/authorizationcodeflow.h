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

/// `QOAuth2AuthorizationCodeFlow` made to send exactly what RFC 6749 and RFC 7636 say, the same on
/// Qt 6.4, 6.8 and 6.11: its own `state`, S256 always, every value encoded once, client authentication left
/// to `TokenNetwork`. One flow an attempt; its status and `granted` mean nothing here.
class AuthorizationCodeFlow : public QOAuth2AuthorizationCodeFlow
{
    Q_OBJECT

public:
    /// All three outlive the flow; `requestedScope` is this attempt's.
    AuthorizationCodeFlow(const ClientRegistration &client, const QStringList &requestedScope,
                          RedirectListener &listener, TokenNetwork &network, QObject *parent = nullptr);

    [[nodiscard]] const QByteArray &attemptState() const { return m_state; }

private:
    void setParameters(Stage stage, QMultiMap<QString, QVariant> &parameters) const;
    [[nodiscard]] QMultiMap<QString, QVariant> authorizationRequest() const;
    [[nodiscard]] QMultiMap<QString, QVariant> tokenRequest() const;

    ClientRegistration m_client;
    QStringList m_requestedScope;
    RedirectListener &m_listener;
    QByteArray m_state;
    Secret m_codeVerifier;
};

} // namespace framekey
