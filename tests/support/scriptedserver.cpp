// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <optional>

namespace framekey::test
{

namespace
{

// None: the request is not whole yet.
std::optional<ScriptedServer::Request> takeRequest(const QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return std::nullopt;
    const qsizetype lineEnd = bytes.indexOf("\r\n");
    ScriptedServer::Request request{.line = bytes.left(lineEnd),
                                    .head = bytes.mid(lineEnd + 2, headEnd - lineEnd),
                                    .body = bytes.mid(headEnd + 4)};
    const auto expected = request.header("Content-Length").toLongLong();
    return request.body.size() < expected ? std::nullopt : std::optional(request);
}

} // namespace

QByteArray ScriptedServer::Request::header(const QByteArray &name) const
{
    for (const QByteArray &entry : head.split('\n')) {
        const qsizetype colon = entry.indexOf(':');
        if (colon > 0 && entry.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return entry.mid(colon + 1).trimmed();
    }
    return {};
}

ScriptedServer::ScriptedServer()
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    m_server.listen(QHostAddress::LocalHost);
}

QUrl ScriptedServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
}

void ScriptedServer::answer(int status, const QByteArray &body, const QByteArray &furtherHeader)
{
    m_script.append(
        "HTTP/1.1 " + QByteArray::number(status) +
        " Scripted\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
        "\r\nConnection: close\r\n" + furtherHeader + "\r\n" + body);
    answerNext();
}

void ScriptedServer::hangUp()
{
    m_script.append(QByteArray());
    answerNext();
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
            m_waiting.removeAll(socket);
            socket->deleteLater();
        });
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(*socket); });
    }
}

void ScriptedServer::read(QTcpSocket &socket)
{
    // Peeked at, so that a request in parts is read once it is whole.
    const auto request = takeRequest(socket.peek(socket.bytesAvailable()));
    if (!request)
        return;
    socket.readAll();
    m_requests.append(*request);
    m_waiting.append(&socket);
    answerNext();
}

void ScriptedServer::answerNext()
{
    while (!m_script.isEmpty() && !m_waiting.isEmpty()) {
        QTcpSocket *socket = m_waiting.takeFirst();
        socket->write(m_script.takeFirst());
        socket->disconnectFromHost();
    }
}

} // namespace framekey::test
