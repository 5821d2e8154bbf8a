// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

namespace framekey::test
{

/// An HTTP server on loopback that answers each request with the next answer of its script, and keeps what it
/// was sent. Without an answer left it keeps the request waiting until there is one.
class ScriptedServer
{
public:
    struct Request {
        QByteArray line; ///< "POST /token HTTP/1.1"
        QByteArray head; ///< the header lines, with their line ends
        QByteArray body;

        /// Empty where there is none. Qt 6.8 writes their names in small letters.
        [[nodiscard]] QByteArray header(const QByteArray &name) const;
    };

    ScriptedServer();

    [[nodiscard]] QUrl url(const QString &path) const;
    /// A whole answer: status line, content type, what else the header holds, body.
    void answer(int status, const QByteArray &body, const QByteArray &furtherHeader = {});
    /// The connection is closed instead of an answer.
    void hangUp();
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }

private:
    void accept();
    void read(QTcpSocket &socket);
    void answerNext();

    QList<Request> m_requests;
    QList<QByteArray> m_script; ///< empty: hang up
    QList<QTcpSocket *> m_waiting;
    QTcpServer m_server; // last: its connections end first
};

} // namespace framekey::test
