// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentserver.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QTimer>

#include <chrono>
#include <sys/stat.h>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr auto idleLimit = 5s;
constexpr qsizetype mostConnections = 64;

} // namespace

AgentServer::AgentServer(CarryOut carryOut, uint user, QObject *parent)
    : QObject(parent), m_carryOut(std::move(carryOut)), m_user(user)
{
    connect(&m_server, &QLocalServer::newConnection, this, &AgentServer::accept);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &AgentServer::noticeLoss);
}

AgentServer::~AgentServer() = default;

bool AgentServer::listen(const QString &path)
{
    m_path = path;
    m_server.close();
    QFile::remove(path); // left over: we hold the lock
    // Not QLocalServer::UserAccessOption: it would take a live server's place without a word
    // (docs/decisions).
    const mode_t before = ::umask(0177);
    const bool listening = m_server.listen(path);
    ::umask(before);
    if (listening)
        m_watcher.addPath(QFileInfo(path).path());
    return listening;
}

void AgentServer::noticeLoss()
{
    if (!QFileInfo::exists(m_path))
        Q_EMIT lost();
}

void AgentServer::accept()
{
    while (m_server.hasPendingConnections()) {
        QLocalSocket *socket = m_server.nextPendingConnection();
        const qsizetype open = m_server.findChildren<QLocalSocket *>(Qt::FindDirectChildrenOnly).size();
        if (open > mostConnections || peerUser(socket->socketDescriptor()) != m_user) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        socket->setReadBufferSize(longestAgentRequest + 2);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(*socket); });
        auto *idle = new QTimer(socket);
        connect(idle, &QTimer::timeout, socket, &QLocalSocket::abort);
        connect(socket, &QLocalSocket::readyRead, idle, qOverload<>(&QTimer::start));
        idle->start(idleLimit);
        read(*socket);
    }
}

void AgentServer::read(QLocalSocket &socket)
{
    if (!socket.canReadLine()) {
        if (socket.bytesAvailable() > longestAgentRequest)
            socket.abort();
        return;
    }
    const auto request = parseAgentRequest(socket.readLine().chopped(1));
    const AgentAnswer answer =
        request ? m_carryOut(*request)
                : AgentAnswer{.refusal = AgentAnswer::Refusal::NotUnderstood, .problem = {}};
    socket.write(formatAgentAnswer(answer));
    socket.flush(); // the order may have been to leave
    socket.disconnectFromServer();
}

} // namespace framekey
