// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tlsserver.h"

#include <QSslSocket>

#include <memory>

namespace framekey
{

void TlsServer::incomingConnection(qintptr descriptor)
{
    if (!m_hasRoom()) {
        QTcpSocket refused;
        refused.setSocketDescriptor(descriptor);
        refused.abort();
        return;
    }
    auto socket = std::make_unique<QSslSocket>();
    if (!socket->setSocketDescriptor(descriptor))
        return;
    socket->setSslConfiguration(m_tls);
    socket->startServerEncryption();
    addPendingConnection(socket.release());
}

} // namespace framekey
