// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/clientregistration.h"
#include "oauth/secret.h"
#include "oauth/tokenresponse.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

class QUrlQuery;

namespace framekey
{

class TokenNetwork;

/// What a client asks of the token and revocation endpoints by itself: refresh (RFC 6749 6) and revocation
/// (RFC 7009 2.1). Each call is one POST and one answer, on this thread; with the object gone, none comes.
class TokenRequests : public QObject
{
    Q_OBJECT

public:
    using TokenAnswer = std::function<void(const Outcome<TokenResponse> &)>;
    using Done = std::function<void(const Outcome<void> &)>;
    enum class TokenKind { AccessToken, RefreshToken };

    /// `network` already carries the client authentication.
    TokenRequests(const ClientRegistration &client, std::unique_ptr<TokenNetwork> network,
                  QObject *parent = nullptr);
    ~TokenRequests() override;

    [[nodiscard]] const ClientRegistration &client() const { return m_client; }
    /// `scope` is sent only where the server wants it (a quirk).
    void refresh(const Secret &refreshToken, const QStringList &scope, TokenAnswer answer);
    void revoke(const Secret &token, TokenKind kind, Done answer);
    [[nodiscard]] bool canRevoke() const { return !m_client.endpoints.revocation.isEmpty(); }

private:
    using HttpDone = std::function<void(const Outcome<HttpAnswer> &)>;
    void post(const QUrl &endpoint, const QList<std::pair<QByteArray, QByteArray>> &form,
              Failure::Stage stage, HttpDone done);

    ClientRegistration m_client;
    std::unique_ptr<TokenNetwork> m_network;
};

/// A network with this client's trusted certificates and, for a confidential client, its Basic header.
[[nodiscard]] std::unique_ptr<TokenNetwork> makeTokenNetwork(const ClientRegistration &client,
                                                             const Secret &clientSecret);

} // namespace framekey
