// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/redirectconnection.h"

#include <QCoreApplication>

#include <chrono>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr auto idleLimit = 5s;
constexpr auto wholeLimit = 10s;

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return QByteArrayLiteral("OK");
    case 404:
        return QByteArrayLiteral("Not Found");
    case 405:
        return QByteArrayLiteral("Method Not Allowed");
    case 431:
        return QByteArrayLiteral("Request Header Fields Too Large");
    default:
        return QByteArrayLiteral("Bad Request");
    }
}

QByteArray httpAnswer(int status, const QByteArray &html)
{
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) +
           "\r\nContent-Type: text/html; charset=utf-8"
           "\r\nContent-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
           "form-action 'none'; frame-ancestors 'none'"
           "\r\nX-Content-Type-Options: nosniff"
           "\r\nReferrer-Policy: no-referrer"
           "\r\nCache-Control: no-store"
           "\r\nConnection: close" +
           (status == 405 ? QByteArray("\r\nAllow: GET") : QByteArray()) +
           "\r\nContent-Length: " + QByteArray::number(html.size()) + "\r\n\r\n" + html;
}

} // namespace

RedirectConnection::RedirectConnection(QTcpSocket *socket, RedirectTarget target, QObject *parent)
    : QObject(parent), m_socket(socket), m_target(std::move(target))
{
    socket->setParent(this);
    socket->setReadBufferSize(longestRequestHead + 1);
    m_idle.setSingleShot(true);
    m_whole.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &RedirectConnection::close);
    connect(&m_whole, &QTimer::timeout, this, &RedirectConnection::close);
    connect(socket, &QTcpSocket::readyRead, this, &RedirectConnection::readMore);
    connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    m_idle.start(idleLimit);
    m_whole.start(wholeLimit);
}

void RedirectConnection::readMore()
{
    if (m_complete) {
        m_socket->readAll(); // a pipelined request or a body: dropped, never a second answer
        return;
    }
    m_idle.start(idleLimit);
    m_head += m_socket->read(longestRequestHead + 1 - m_head.size());
    const qsizetype end = m_head.indexOf("\r\n\r\n");
    if (end < 0 && m_head.size() <= longestRequestHead)
        return;
    m_complete = true;
    m_idle.stop();
    m_whole.stop();
    const auto response = parseRedirectRequest(end < 0 ? m_head : m_head.left(end + 4), m_target);
    m_head.fill('\0');
    if (response)
        Q_EMIT responseArrived(*response);
    else
        Q_EMIT requestRefused(response.error());
}

void RedirectConnection::answer(int status, const QByteArray &html)
{
    if (m_answered)
        return;
    m_answered = true;
    // The attempt is over with its outcome and may be gone before the page is out.
    setParent(QCoreApplication::instance());
    m_socket->write(httpAnswer(status, html));
    m_socket->disconnectFromHost();
    m_whole.start(wholeLimit); // a browser that does not read is not waited for longer
}

void RedirectConnection::close()
{
    m_socket->abort();
    deleteLater();
}

} // namespace framekey
