// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslKey>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <mutex>

class QSslServer;
class QSslSocket;

namespace framekey::bench
{

using Clock = std::chrono::steady_clock;

/// What one sign-in cost the server.
struct Arrivals {
    int connections = 0; ///< TLS handshakes begun
    int posts = 0;
    Clock::time_point firstPost; ///< when the first token request was there whole
};

/// A token endpoint on loopback over TLS, in a thread of its own. Every connection has a new TLS context, so
/// that no session is ever resumed.
class TokenServer
{
public:
    TokenServer(const QSslCertificate &certificate, const QSslKey &key);
    ~TokenServer();

    [[nodiscard]] QUrl url() const { return m_url; }
    /// What has come since the last call.
    Arrivals takeArrivals();

private:
    void listen(const QSslCertificate &certificate, const QSslKey &key);
    void accept();
    void read(QSslSocket &socket);

    QThread m_thread;
    QSslServer *m_server; // lives in the thread
    QUrl m_url;
    std::mutex m_mutex;
    Arrivals m_arrivals;
};

} // namespace framekey::bench
