// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agentanswer.h"
#include "agent/agentrequest.h"
#include "agent/peer.h"

#include <QFileSystemWatcher>
#include <QLocalServer>
#include <QObject>

#include <functional>

class QLocalSocket;

namespace framekey
{

/// The local socket of the running Framekey. Only this user's own processes are heard, whatever the modes of
/// folder and socket have become; requests are bounded in length, number and time. The caller holds the
/// instance lock, since only its holder may put a socket in place of one that was left over.
class AgentServer : public QObject
{
    Q_OBJECT

public:
    /// Carries an order out, and says what came of it.
    using CarryOut = std::function<AgentAnswer(const AgentRequest &)>;

    explicit AgentServer(CarryOut carryOut, uint user = ownUser(), QObject *parent = nullptr);
    ~AgentServer() override;

    /// `path` lies in a folder that was made sure of. False where it cannot listen there.
    bool listen(const QString &path);

Q_SIGNALS:
    /// The socket's folder or the socket itself has gone.
    void lost();

private:
    void accept();
    void read(QLocalSocket &socket);
    void noticeLoss();

    CarryOut m_carryOut;
    uint m_user; ///< the only one who is heard
    QLocalServer m_server;
    QFileSystemWatcher m_watcher;
    QString m_path;
};

} // namespace framekey
