// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

namespace framekey::test
{

/// A port of 127.0.0.1 that passes every connection on to another, byte for byte, and counts them.
class Relay
{
public:
    explicit Relay(quint16 target);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void accept();

    quint16 m_target;
    int m_connections = 0;
    QTcpServer m_server;
};

} // namespace framekey::test
