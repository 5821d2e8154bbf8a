// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QTcpServer>

namespace framekey
{

/// A QTcpServer whose connections speak TLS. QSslServer takes nobody in while 30 handshakes are unfinished;
/// here each connection is handed over at once, its handshake under the limits of its reader
/// (docs/decisions).
class TlsServer : public QTcpServer
{
    Q_OBJECT

public:
    explicit TlsServer(const QSslConfiguration &tls) : m_tls(tls) {}

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QSslConfiguration m_tls;
};

} // namespace framekey
