// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agentrequest.h"

#include <QFileSystemWatcher>
#include <QLocalServer>
#include <QObject>

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
    explicit AgentServer(QObject *parent = nullptr);
    ~AgentServer() override;

    /// `path` lies in a folder that was made sure of. False where it cannot listen there.
    bool listen(const QString &path);

Q_SIGNALS:
    void requested(const framekey::AgentRequest &request);
    /// The socket's folder or the socket itself has gone.
    void lost();

private:
    void accept();
    void read(QLocalSocket &socket);
    void noticeLoss();

    QLocalServer m_server;
    QFileSystemWatcher m_watcher;
    QString m_path;
};

} // namespace framekey
