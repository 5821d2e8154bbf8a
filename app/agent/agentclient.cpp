// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentclient.h"

#include "agent/peer.h"

#include <QDeadlineTimer>
#include <QLocalSocket>

namespace framekey
{

bool sendToRunning(const QString &socketPath, const AgentRequest &request)
{
    constexpr int patienceMs = 3000;
    QDeadlineTimer deadline(patienceMs);
    QLocalSocket socket;
    socket.connectToServer(socketPath);
    if (!socket.waitForConnected(patienceMs) || peerUser(socket.socketDescriptor()) != ownUser())
        return false;
    socket.write(formatAgentRequest(request));
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
            return false;
    }
    return socket.readLine() == agentDone;
}

} // namespace framekey
