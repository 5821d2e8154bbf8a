// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/redirectfront.h"

#include "oauth/redirectconnection.h"
#include "oauth/tlsserver.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTimer>

#include <chrono>

namespace framekey
{

namespace
{

using namespace std::chrono_literals;

constexpr qsizetype mostConnections = 64;
constexpr auto pauseWithoutDescriptors = 250ms;

// Where no descriptor is left, Qt stops to accept for good. Who comes meanwhile waits in the kernel's queue.
void acceptAgainAfterErrors(QTcpServer *server)
{
    QObject::connect(server, &QTcpServer::acceptError, server, [server] {
        QTimer::singleShot(pauseWithoutDescriptors, server, &QTcpServer::resumeAccepting);
    });
}

} // namespace

RedirectFront::RedirectFront(QObject *parent) : QObject(parent)
{
}

RedirectFront::~RedirectFront() = default;

Outcome<void> RedirectFront::bind(std::unique_ptr<QTcpServer> server, const QHostAddress &address,
                                  quint16 port)
{
    server->setProxy(QNetworkProxy::NoProxy);
    if (!server->listen(address, port)) {
        const bool taken = server->serverError() == QAbstractSocket::AddressInUseError;
        return std::unexpected(
            Failure{.stage = Failure::Stage::Listening,
                    .kind = Failure::Kind::Settings,
                    .detail = taken ? Failure::Detail::PortTaken : Failure::Detail::CannotListen,
                    .subject = QString::number(port)});
    }
    connect(server.get(), &QTcpServer::newConnection, this,
            [this, listening = server.get()] { accept(listening); });
    acceptAgainAfterErrors(server.get());
    m_port = server->serverPort();
    m_servers.push_back(std::move(server));
    return {};
}

Outcome<void> RedirectFront::listen(const RedirectUri &uri, const std::optional<QSslConfiguration> &tls)
{
    m_port = uri.port;
    for (const QHostAddress &address : uri.addresses) {
        // localhost means both families, and on the same port: the browser chooses.
        auto server = tls ? std::make_unique<TlsServer>(*tls, [this] { return hasRoom(); })
                          : std::make_unique<QTcpServer>();
        if (const auto bound = bind(std::move(server), address, m_port); !bound) {
            stopListening();
            return bound;
        }
    }
    m_target = {.path = uri.path.toLatin1(), .host = uri.hostHeader(m_port)};
    return {};
}

void RedirectFront::stopListening()
{
    // Not deleted here: this may be called from one of the servers' own signals.
    for (auto &server : m_servers) {
        server->close();
        server.release()->deleteLater();
    }
    m_servers.clear();
}

bool RedirectFront::hasRoom() const
{
    return findChildren<RedirectConnection *>(Qt::FindDirectChildrenOnly).size() < mostConnections;
}

void RedirectFront::accept(QTcpServer *server)
{
    while (server->hasPendingConnections()) {
        QTcpSocket *socket = server->nextPendingConnection();
        if (!hasRoom()) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto *connection = new RedirectConnection(socket, m_target, this);
        connect(connection, &RedirectConnection::responseArrived, this,
                [this, connection](const AuthorizationResponse &response) { judge(connection, response); });
        connect(connection, &RedirectConnection::requestRefused, this,
                [this, connection](RequestFault fault) { refuse(connection, fault, Failure::Detail::None); });
    }
}

void RedirectFront::judge(RedirectConnection *connection, const AuthorizationResponse &response)
{
    const auto vetted = vetAuthorizationResponse(response, m_expected);
    if (!vetted || m_vetted) {
        refuse(connection, RequestFault::BadRequest, vetted ? Failure::Detail::None : vetted.error());
        return;
    }
    m_vetted = true;
    m_browser = connection;
    stopListening();
    Q_EMIT responseVetted(*vetted);
}

void RedirectFront::refuse(RedirectConnection *connection, RequestFault fault, Failure::Detail why)
{
    connection->answer(static_cast<int>(fault), m_refusalPage);
    Q_EMIT requestRefused(static_cast<int>(fault), why);
}

void RedirectFront::answerBrowser(const QByteArray &html)
{
    if (m_browser)
        m_browser->answer(200, html);
}

} // namespace framekey
