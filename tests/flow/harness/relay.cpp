// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/relay.h"

#include <QTcpSocket>

namespace framekey::test
{

namespace
{

void pipe(QTcpSocket *from, QTcpSocket *to)
{
    const auto pass = [from, to] { to->write(from->readAll()); };
    QObject::connect(from, &QTcpSocket::readyRead, to, pass);
    QObject::connect(from, &QTcpSocket::disconnected, to, [from, to] {
        from->deleteLater();
        to->disconnectFromHost();
    });
}

} // namespace

Relay::Relay(quint16 target) : m_target(target)
{
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost)))
        qFatal("no port for the relay");
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
}

void Relay::accept()
{
    ++m_connections;
    QTcpSocket *client = m_server.nextPendingConnection();
    auto *server = new QTcpSocket(&m_server);
    pipe(client, server);
    pipe(server, client);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
}

} // namespace framekey::test
