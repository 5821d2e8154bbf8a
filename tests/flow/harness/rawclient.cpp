// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/rawclient.h"

#include "harness/heartbeat.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace framekey::test
{

using namespace std::chrono_literals;

RawClient::RawClient(quint16 port)
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket,
                     [this] { m_received += m_socket.readAll(); });
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    until([this] { return isConnected() || m_socket.state() == QAbstractSocket::UnconnectedState; });
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

void RawClient::sendByteByByte(const QByteArray &bytes)
{
    for (const char byte : bytes) {
        send(QByteArray(1, byte));
        pass(1ms);
    }
}

bool RawClient::waitForEnd(std::chrono::milliseconds limit)
{
    return until([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, limit);
}

QByteArray askRaw(quint16 port, const QByteArray &request)
{
    RawClient client(port);
    client.send(request);
    client.waitForEnd();
    return client.received();
}

int statusOf(const QByteArray &answer)
{
    return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0;
}

} // namespace framekey::test
