// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agentcall.h"
#include "agent/localsocket.h"
#include "agent/peer.h"

#include <QDeadlineTimer>
#include <QFileSystemWatcher>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace framekey
{

/// The local socket of the running Framekey. Only this user's own processes are heard, whatever the modes of
/// folder and socket have become; requests are bounded in length, number and time. The caller holds the
/// instance lock, since only its holder may put a socket in place of one that was left over.
class AgentServer : public QObject
{
    Q_OBJECT

public:
    /// Carries an order out; the call is answered at once, or kept until it can be.
    using CarryOut = std::function<void(const AgentCallPtr &)>;

    /// So many may be connected without having sent their request; of more, the oldest is dropped. So many
    /// may wait for their answer; more are told to come later.
    static constexpr qsizetype mostSilent = 64;
    static constexpr qsizetype mostWaiting = 256;

    explicit AgentServer(CarryOut carryOut, uint user = ownUser(), QObject *parent = nullptr);
    ~AgentServer() override;

    /// `path` lies in a folder that was made sure of. False where it cannot listen there.
    bool listen(const QString &path);

Q_SIGNALS:
    /// The socket's folder or the socket itself has gone.
    void lost();

private:
    struct Connection {
        LocalSocket socket;
        Requester requester;
        QByteArray line;        ///< as far as it has come
        qsizetype received = 0; ///< in all
        QDeadlineTimer wholeBy; ///< by then the request is whole
        bool isWhole = false;   ///< and its call waits for its answer
        std::weak_ptr<AgentCall> call;
        std::unique_ptr<QSocketNotifier> notifier; ///< of those that something is waited for
    };
    using Connections = std::map<quint64, Connection>; ///< by their number: the oldest first

    void accept();
    void pauseAccepting();
    void resumeAccepting();
    void admit(LocalSocket socket, qint64 peer);
    void receive(quint64 number);
    /// False where the connection is over.
    bool read(Connection &connection);
    void carryOut(quint64 number, const QByteArray &line);
    void keepListeningTo(quint64 number);
    void answer(quint64 number, const AgentAnswer &answer);
    /// The connection ends, and with it what was done for it.
    void drop(quint64 number);
    LocalSocket takeOut(Connections::iterator found);
    bool dropOldestSilent();
    void dropLateOnes();
    void watchForLateOnes();
    [[nodiscard]] Connections::iterator oldestSilent();
    [[nodiscard]] qsizetype waiting() const;
    void stopListening();
    void noticeLoss();

    CarryOut m_carryOut;
    uint m_user; ///< the only one who is heard
    LocalSocket m_listener;
    std::unique_ptr<QSocketNotifier> m_accepting;
    Connections m_connections;
    quint64 m_lastNumber = 0;
    QTimer m_late;  ///< to the end of the longest silence
    QTimer m_pause; ///< after descriptors ran out
    QFileSystemWatcher m_watcher;
    QString m_path;
    std::optional<quint64> m_file; ///< what lies at the path, as long as it is ours
};

} // namespace framekey
