// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/redirectfront.h"
#include "oauth/responseway.h"
#include "oauth/tokenresponse.h"

#include <QAbstractOAuthReplyHandler>

class QOAuthHttpServerReplyHandler;

namespace framekey
{

/// Receives one attempt's redirect and its token answer for `QOAuth2AuthorizationCodeFlow`. The browser talks
/// to our front; only what that has vetted is handed to a fresh `QOAuthHttpServerReplyHandler`, whose own
/// parser drops split requests, takes any path and buffers without limit (docs/decisions). Must live as long
/// as the flow's replies (Qt 6.4 keeps a bare pointer to it).
class RedirectListener : public QAbstractOAuthReplyHandler
{
    Q_OBJECT

public:
    explicit RedirectListener(QObject *parent = nullptr);
    ~RedirectListener() override;

    /// Binds where the address is on loopback, an https one with `tls`; a pasted address needs no port.
    Outcome<void> open(const RedirectUri &uri, const ExpectedResponse &expected,
                       const std::optional<QSslConfiguration> &tls = {});
    void close();
    /// True while something other than a paste can end the wait: a port, or the desktop's hand-over.
    [[nodiscard]] bool isAwaiting() const;
    /// A pasted address: the same vetting as for the browser's; or the code alone, which has no `state` to be
    /// vetted by and is bound to this attempt by its verifier (RFC 7636), where the server heeds that. None
    /// of `noCodes` is taken for one. The failure says what was wrong with it, and then nothing has changed.
    Outcome<void> takePasted(const QString &text, const QList<Secret> &noCodes);
    /// A whole address that was handed over, exact and vetted as the browser's. False where it is not the
    /// awaited one; then nothing has changed.
    bool takeRedirect(const Secret &address);
    [[nodiscard]] const RedirectUri &uri() const { return m_uri; }
    /// The outcome for the browser that waits; see RedirectFront.
    RedirectFront &front() { return m_front; }
    /// The code of the vetted response, for the token request.
    [[nodiscard]] const Secret &code() const { return m_code; }
    [[nodiscard]] ResponseWay way() const { return m_way; }

    [[nodiscard]] QString callback() const override { return m_callback; }
    void networkReplyFinished(QNetworkReply *reply) override;

Q_SIGNALS:
    /// The awaited response is here, with a code or without.
    void responseTaken();
    void codeReceived();
    /// Instead of a code, or the hand-over to Qt did not work.
    void responseFailed(const framekey::Failure &failure);
    void tokenAnswered(const framekey::Outcome<framekey::HttpAnswer> &answer);

private:
    void take(const Outcome<Secret> &outcome, ResponseWay way);
    void relay();
    void relayTo(QOAuthHttpServerReplyHandler &handler);

    RedirectFront m_front;
    RedirectUri m_uri;
    ExpectedResponse m_expected;
    Secret m_code;
    ResponseWay m_way = ResponseWay::Browser;
    QString m_callback;
    QOAuthHttpServerReplyHandler *m_handler = nullptr;
    bool m_isOpen = false;
    bool m_taken = false;
};

} // namespace framekey
