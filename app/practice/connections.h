// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace framekey::practice
{

/// The open TCP connections of this process to one of its ports, found by their descriptors: the HTTP library
/// has no call that closes one without an answer (cpp-httplib 0.11.4), nor one that ends idle ones.
class Connections
{
public:
    void setLocalPort(int port) { m_localPort = port; }

    /// Ends the connection without another byte.
    void close(int remotePort) const;
    /// Ends the connection with a reset (RST) after what was sent.
    void reset(int remotePort) const;
    /// Whether the other side has closed or reset it.
    bool hasLeft(int remotePort) const;
    void closeAll() const;

private:
    int m_localPort = 0;
};

} // namespace framekey::practice
