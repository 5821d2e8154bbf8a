// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/exchange.h"
#include "oauth/secret.h"

#include <QList>
#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QUrl>

#include <optional>

namespace framekey
{

/// The one way out to the authorization server and the account request, for one session, and for nothing
/// else. Whatever is sent through it: no redirect followed, no cookie kept or sent, no password retried, no
/// cache, a POST body sent once, TLS 1.2 or newer with the system's authorities and the account's own, 10 s
/// to connect, 30 s to answer, 256 KiB at most. The proxy is the system's, loopback spared.
class TokenNetwork : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit TokenNetwork(QObject *parent = nullptr);

    /// Sends `header` as Authorization to exactly these URLs and nowhere else. An empty secret: to none.
    void setClientAuthentication(const Secret &header, const QList<QUrl> &endpoints);
    /// Further trusted certificates, a PEM file; empty: none. False where the file has none in it.
    bool setCaFile(const QString &path);
    /// Opens the connection to this endpoint ahead of its use, so that TLS is done when the redirect comes.
    void warmUp(const QUrl &endpoint);
    /// Ends what is under way. Its `finished` signals do not come.
    void abandon();

Q_SIGNALS:
    /// A request has ended, with an answer or without; comes before the reply is read.
    void exchanged(const framekey::Exchange &exchange);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &original,
                                 QIODevice *outgoing) override;

private:
    void setPolicies(QNetworkRequest &request) const;
    void guard(QNetworkReply *reply);
    void follow(QNetworkReply *reply);
    [[nodiscard]] const QSslConfiguration &tls();

    Secret m_authorization;
    QList<QUrl> m_authenticated;
    QString m_caFile;
    std::optional<QSslConfiguration> m_tls;
};

} // namespace framekey
