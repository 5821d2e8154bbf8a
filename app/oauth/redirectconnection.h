// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/redirectrequest.h"

#include <QObject>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

namespace framekey
{

/// One browser connection to the redirect's port: reads one request head under limits (8 KiB, 5 s idle, 10 s
/// in all, with what TLS says first), says what it was, and keeps the browser waiting until it is answered.
/// It answers once and then closes. Deletes itself when the connection is gone.
class RedirectConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes the socket over.
    RedirectConnection(QTcpSocket *socket, RedirectTarget target, QObject *parent);

    /// Sends the page with this HTTP status and closes. Nothing of the request is ever part of it.
    void answer(int status, const QByteArray &html);
    [[nodiscard]] bool isAnswered() const { return m_answered; }

Q_SIGNALS:
    void responseArrived(const framekey::AuthorizationResponse &response);
    void requestRefused(framekey::RequestFault fault);

private:
    void readMore();
    void close();

    QTcpSocket *m_socket;
    RedirectTarget m_target;
    QByteArray m_head;
    QTimer m_idle;
    QTimer m_whole;
    bool m_complete = false;
    bool m_answered = false;
};

} // namespace framekey
