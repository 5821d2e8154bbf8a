// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/authorizationcodeflow.h"
#include "oauth/redirectcertificate.h"
#include "oauth/redirectlistener.h"
#include "oauth/tokenresponse.h"

#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace framekey
{

class TokenNetwork;

/// One authorization request from its `state` to its token response (RFC 6749 4.1): a listener of its own,
/// bound before the address is given out, and one code exchange. Ends with exactly one `finished`, or by
/// being deleted.
class AuthorizationAttempt : public QObject
{
    Q_OBJECT

public:
    /// The network is this attempt's own, so that nothing in flight outlives it.
    AuthorizationAttempt(const ClientRegistration &client, const AuthorizationWish &wish,
                         std::unique_ptr<TokenNetwork> network, QObject *parent = nullptr);
    ~AuthorizationAttempt() override;

    /// Binds and makes the address; then waits until it is ended. A certificate is judged by `now`.
    Outcome<void> start(const QDateTime &now);
    /// Of an https redirect on this computer.
    [[nodiscard]] const std::optional<RedirectCertificate> &certificate() const { return m_certificate; }
    /// Where the person has to go. Holds no secret.
    [[nodiscard]] QUrl authorizationUrl() const { return m_authorizationUrl; }
    [[nodiscard]] const QStringList &requestedScope() const { return m_requestedScope; }
    /// The redirect's, bound by `start`; 0: a pasted address needs none.
    [[nodiscard]] quint16 port() { return m_listener.front().port(); }
    /// See RedirectListener::isAwaiting.
    [[nodiscard]] bool isListening() const { return m_listener.isAwaiting(); }
    [[nodiscard]] const RedirectUri &redirectUri() const { return m_listener.uri(); }
    /// See RedirectListener::takePasted.
    Outcome<void> takePasted(const QString &text, const QList<Secret> &noCodes)
    {
        return m_listener.takePasted(text, noCodes);
    }
    bool takeRedirect(const Secret &address) { return m_listener.takeRedirect(address); }
    /// See RedirectFront.
    void setRefusalPage(const QByteArray &html) { m_listener.front().setRefusalPage(html); }
    /// Opens the connection of the code exchange while the person is in the browser.
    void warmUp();
    /// The port is free at once; a browser that waits goes on waiting.
    void stopListening() { m_listener.close(); }
    void answerBrowser(const QByteArray &html) { m_listener.front().answerBrowser(html); }

Q_SIGNALS:
    /// See RedirectFront.
    void requestRefused(int httpStatus, framekey::Failure::Detail why);
    /// The awaited response has come, exactly this attempt's.
    void responseTaken(framekey::ResponseWay way);
    /// The awaited response has come with a code; the token request is on its way.
    void codeReceived();
    void finished(const framekey::Outcome<framekey::TokenResponse> &outcome);

private:
    void finish(const Outcome<TokenResponse> &outcome);

    ClientRegistration m_client;
    QStringList m_requestedScope;
    std::unique_ptr<TokenNetwork> m_network;
    std::optional<RedirectCertificate> m_certificate;
    RedirectListener m_listener; // before the flow: it has to live longer
    std::unique_ptr<AuthorizationCodeFlow> m_flow;
    QUrl m_authorizationUrl;
    bool m_finished = false;
};

} // namespace framekey
