// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/authorizationresponse.h"
#include "oauth/failure.h"
#include "oauth/redirectrequest.h"
#include "oauth/redirecturi.h"

#include <QObject>
#include <QPointer>

#include <QSslConfiguration>

#include <memory>
#include <optional>
#include <vector>

class QTcpServer;

namespace framekey
{

class RedirectConnection;

/// The port of one attempt's redirect (RFC 8252 7.3): bound once, on loopback only, before the browser opens,
/// and closed as soon as the awaited response is in. Everything else is answered 4xx and changes nothing.
class RedirectFront : public QObject
{
    Q_OBJECT

public:
    explicit RedirectFront(QObject *parent = nullptr);
    ~RedirectFront() override;

    /// Fails with PortTaken or CannotListen; a fixed port is never replaced by another.
    /// An https redirect needs `tls`, with a certificate.
    Outcome<void> listen(const RedirectUri &uri, const std::optional<QSslConfiguration> &tls = {});
    void expect(const ExpectedResponse &expected) { m_expected = expected; }
    /// The page that requests other than the awaited one get.
    void setRefusalPage(const QByteArray &html) { m_refusalPage = html; }

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] bool isListening() const { return !m_servers.empty(); }
    void stopListening();
    /// Answers the browser that brought the response, once; does nothing where it is gone or answered.
    void answerBrowser(const QByteArray &html);

Q_SIGNALS:
    /// The one awaited response, its code or its error; the browser waits. Comes at most once.
    void responseVetted(const framekey::Outcome<framekey::Secret> &outcome);
    /// Something else came and was answered with this HTTP status; `None`: it was no authorization response,
    /// or one more after the awaited.
    void requestRefused(int httpStatus, framekey::Failure::Detail why);

private:
    Outcome<void> bind(std::unique_ptr<QTcpServer> server, const QHostAddress &address, quint16 port);
    [[nodiscard]] bool hasRoom() const;
    void accept(QTcpServer *server);
    void refuse(RedirectConnection *connection, RequestFault fault, Failure::Detail why);
    void judge(RedirectConnection *connection, const AuthorizationResponse &response);

    std::vector<std::unique_ptr<QTcpServer>> m_servers;
    QPointer<RedirectConnection> m_browser;
    RedirectTarget m_target;
    ExpectedResponse m_expected;
    QByteArray m_refusalPage;
    quint16 m_port = 0;
    bool m_vetted = false;
};

} // namespace framekey
