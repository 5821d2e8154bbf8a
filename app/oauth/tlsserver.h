// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QTcpServer>

#include <functional>

namespace framekey
{

/// A QTcpServer whose connections speak TLS. QSslServer takes nobody in while 30 handshakes are unfinished;
/// here each connection is handed over at once, its handshake under the limits of its reader
/// (docs/decisions).
class TlsServer : public QTcpServer
{
    Q_OBJECT

public:
    /// One that comes while there is no room is closed before anything is spent on it.
    TlsServer(const QSslConfiguration &tls, std::function<bool()> hasRoom)
        : m_tls(tls), m_hasRoom(std::move(hasRoom))
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QSslConfiguration m_tls;
    std::function<bool()> m_hasRoom;
};

} // namespace framekey
