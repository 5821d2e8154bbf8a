// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace framekey::test
{

/// A client of a port of 127.0.0.1 that sends whatever bytes a test wants it to.
class RawClient
{
public:
    /// Connects, or finds nobody there.
    explicit RawClient(quint16 port);

    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    void send(const QByteArray &bytes);
    void sendByteByByte(const QByteArray &bytes);
    /// Waits until the other side has closed.
    bool waitForEnd(std::chrono::milliseconds limit = std::chrono::seconds(10));
    [[nodiscard]] const QByteArray &received() const { return m_received; }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

/// One request, and all that came until the other side closed; empty where nobody listens.
QByteArray askRaw(quint16 port, const QByteArray &request);
/// The status of an HTTP answer; 0 where there is none.
[[nodiscard]] int statusOf(const QByteArray &answer);

} // namespace framekey::test
