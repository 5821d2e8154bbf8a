// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tokennetwork.h"

#include "oauth/clientregistration.h"
#include "oauth/networkanswer.h"
#include "oauth/oneshotbody.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QTimer>

#include <chrono>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr auto answerWithin = 30s;
constexpr auto connectWithin = 10s;

class ProxySparingLoopback : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopbackHost(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

} // namespace

TokenNetwork::TokenNetwork(QObject *parent) : QNetworkAccessManager(parent)
{
    setProxyFactory(new ProxySparingLoopback); // owned by the manager from here on
}

void TokenNetwork::setClientAuthentication(const Secret &header, const QList<QUrl> &endpoints)
{
    m_authorization = header;
    m_authenticated = endpoints;
}

bool TokenNetwork::setCaFile(const QString &path)
{
    m_caFile = path;
    m_tls.reset();
    clearConnectionCache();
    return path.isEmpty() || !QSslCertificate::fromPath(path).isEmpty();
}

const QSslConfiguration &TokenNetwork::tls()
{
    // Made at first use: even an empty one loads OpenSSL, which the first drawing should not wait for.
    if (!m_tls) {
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls->setProtocol(QSsl::TlsV1_2OrLater);
        // Without it Qt 6.4 does not reuse a connection that was opened ahead.
        m_tls->setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
        if (!m_caFile.isEmpty())
            m_tls->addCaCertificates(QSslCertificate::fromPath(m_caFile));
    }
    return *m_tls;
}

void TokenNetwork::warmUp(const QUrl &endpoint)
{
    const auto port = static_cast<quint16>(endpoint.port(endpoint.scheme() == u"https" ? 443 : 80));
    if (endpoint.scheme() == u"https")
        connectToHostEncrypted(endpoint.host(), port, tls());
    else
        connectToHost(endpoint.host(), port);
}

void TokenNetwork::abandon()
{
    // Qt 6.4's flow captures its handler in the reply's `finished` without a context object.
    const auto replies = findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : replies) {
        reply->disconnect();
        reply->abort();
        reply->deleteLater();
    }
}

void TokenNetwork::setPolicies(QNetworkRequest &request) const
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // Otherwise a 401 makes Qt send the request again with the client id and an empty password.
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(int(std::chrono::milliseconds(answerWithin).count()));
    request.setRawHeader("Accept", "application/json");
    // Qt unpacks only what it asked for itself; so the size limit counts what is really read.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      QString(QStringLiteral("Framekey/") + QCoreApplication::applicationVersion()));
}

QNetworkReply *TokenNetwork::createRequest(Operation operation, const QNetworkRequest &original,
                                           QIODevice *outgoing)
{
    QNetworkRequest request(original);
    setPolicies(request);
    if (request.url().scheme() == u"https")
        request.setSslConfiguration(tls());
    if (!m_authorization.isEmpty() && m_authenticated.contains(request.url()))
        request.setRawHeader("Authorization", m_authorization.reveal());

    OneShotBody *body = nullptr;
    if (operation == PostOperation && outgoing) {
        body = new OneShotBody(outgoing->readAll());
        request.setHeader(QNetworkRequest::ContentLengthHeader, body->bytesAvailable());
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    }
    QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, request, body ? body : outgoing);
    if (body)
        body->setParent(reply);
    guard(reply);
    // A connection that is only opened ahead asks for nothing.
    if (!request.url().scheme().startsWith(u"preconnect-"))
        follow(reply);
    return reply;
}

void TokenNetwork::follow(QNetworkReply *reply)
{
    QElapsedTimer clock;
    clock.start();
    connect(reply, &QNetworkReply::finished, this, [this, reply, clock] {
        Q_EMIT exchanged(exchangeOf(*reply, std::chrono::milliseconds(clock.elapsed())));
    });
}

void TokenNetwork::guard(QNetworkReply *reply)
{
    // Queued behind Qt's own start of the request: only from there on is its network thread told of a limit.
    QMetaObject::invokeMethod(
        reply, [reply] { reply->setReadBufferSize(longestAnswer + 1); }, Qt::QueuedConnection);
    connect(reply, &QNetworkReply::readyRead, reply, [reply] {
        if (reply->bytesAvailable() > longestAnswer)
            stopReply(reply, Failure::Detail::TooLarge);
    });
    connect(reply, &QNetworkReply::sslErrors, reply,
            [reply](const QList<QSslError> &errors) { noteTlsErrors(reply, errors); });
    auto *connecting = new QTimer(reply);
    connecting->setSingleShot(true);
    connect(connecting, &QTimer::timeout, reply, [reply] { stopReply(reply, Failure::Detail::NoAnswer); });
    connect(reply, &QNetworkReply::requestSent, connecting, [reply, connecting] {
        noteSent(reply);
        connecting->stop();
    });
    connect(reply, &QNetworkReply::finished, connecting, &QTimer::stop);
    connecting->start(connectWithin);
}

} // namespace framekey
