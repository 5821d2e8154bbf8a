// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentclient.h"

#include <QDeadlineTimer>
#include <QLocalSocket>

namespace framekey
{

std::optional<AgentAnswer> askRunning(const QString &socketPath, const AgentRequest &request, uint user)
{
    constexpr int patienceMs = 3000;
    QDeadlineTimer deadline(patienceMs);
    QLocalSocket socket;
    socket.connectToServer(socketPath);
    if (!socket.waitForConnected(patienceMs) || peerUser(socket.socketDescriptor()) != user)
        return std::nullopt;
    socket.write(formatAgentRequest(request));
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
            return std::nullopt;
    }
    return parseAgentAnswer(socket.readLine().chopped(1));
}

} // namespace framekey
