// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenserver.h"

#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>

#include <utility>

namespace framekey::bench
{

namespace
{

const QByteArray tokens =
    R"({"access_token":"a","token_type":"bearer","expires_in":3600,"refresh_token":"r","scope":"offline"})";

/// Empty while more is to come.
bool isWhole(const QByteArray &request)
{
    const qsizetype headEnd = request.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    const QByteArray field = "content-length: ";
    const qsizetype at = request.left(headEnd + 2).toLower().indexOf(field);
    const qsizetype valueAt = at + field.size();
    const qsizetype length =
        at < 0 ? 0 : request.mid(valueAt, request.indexOf('\r', valueAt) - valueAt).toLongLong();
    return request.size() >= headEnd + 4 + length;
}

} // namespace

TokenServer::TokenServer(const QSslCertificate &certificate, const QSslKey &key) : m_server(new QSslServer)
{
    m_server->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(m_server, [&] { listen(certificate, key); }, Qt::BlockingQueuedConnection);
}

TokenServer::~TokenServer()
{
    m_server->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

void TokenServer::listen(const QSslCertificate &certificate, const QSslKey &key)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate);
    configuration.setPrivateKey(key);
    m_server->setSslConfiguration(configuration);
    QObject::connect(m_server, &QSslServer::startedEncryptionHandshake, m_server, [this] {
        const std::scoped_lock lock(m_mutex);
        ++m_arrivals.connections;
    });
    QObject::connect(m_server, &QTcpServer::pendingConnectionAvailable, m_server, [this] { accept(); });
    if (m_server->listen(QHostAddress(QHostAddress::LocalHost)))
        m_url = QUrl(QStringLiteral("https://127.0.0.1:%1/token").arg(m_server->serverPort()));
}

void TokenServer::accept()
{
    while (auto *socket = qobject_cast<QSslSocket *>(m_server->nextPendingConnection())) {
        QObject::connect(socket, &QSslSocket::readyRead, socket, [this, socket] { read(*socket); });
        QObject::connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        read(*socket);
    }
}

void TokenServer::read(QSslSocket &socket)
{
    if (!isWhole(socket.peek(socket.bytesAvailable())))
        return;
    const auto now = Clock::now();
    socket.readAll();
    {
        const std::scoped_lock lock(m_mutex);
        if (m_arrivals.posts++ == 0)
            m_arrivals.firstPost = now;
    }
    socket.write(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nCache-Control: no-store\r\nContent-Length: " +
        QByteArray::number(tokens.size()) + "\r\n\r\n" + tokens);
}

Arrivals TokenServer::takeArrivals()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_arrivals, {});
}

} // namespace framekey::bench
