// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/redirectlistener.h"

#include "oauth/networkanswer.h"
#include "oauth/pastedaddress.h"
#include "oauth/redirectaddress.h"
#include "oauth/wirenames.h"

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QOAuthHttpServerReplyHandler>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr auto relayWithin = 5s;
const QString relayPath = QStringLiteral("/callback");

Failure listeningFailure()
{
    return {.stage = Failure::Stage::Listening,
            .kind = Failure::Kind::Settings,
            .detail = Failure::Detail::CannotListen};
}

} // namespace

RedirectListener::RedirectListener(QObject *parent) : QAbstractOAuthReplyHandler(parent)
{
    connect(&m_front, &RedirectFront::responseVetted, this,
            [this](const Outcome<Secret> &outcome) { take(outcome, ResponseWay::Browser); });
}

RedirectListener::~RedirectListener() = default;

Outcome<void> RedirectListener::open(const RedirectUri &uri, const ExpectedResponse &expected,
                                     const std::optional<QSslConfiguration> &tls)
{
    m_uri = uri;
    m_expected = expected;
    m_front.expect(expected);
    if (uri.isLoopback()) {
        if (const auto listening = m_front.listen(uri, tls); !listening)
            return listening;
    }
    m_callback = uri.withPort(m_front.port());
    m_isOpen = true;
    return {};
}

void RedirectListener::close()
{
    m_isOpen = false;
    m_front.stopListening();
    if (m_handler)
        m_handler->close();
}

bool RedirectListener::isAwaiting() const
{
    return m_front.isListening() || (m_isOpen && !m_taken && m_uri.kind == RedirectUri::Kind::CustomScheme);
}

Outcome<void> RedirectListener::takePasted(const QString &text, const QList<Secret> &noCodes)
{
    Failure failure{.stage = Failure::Stage::AuthorizationServer, .kind = Failure::Kind::Protocol};
    failure.detail = Failure::Detail::MissingCode;
    if (m_taken)
        return std::unexpected(failure);
    const PastedAddress pasted = parsePastedAddress(text, m_callback, noCodes);
    for (const AuthorizationResponse &reading : pasted.readings) {
        const auto vetted = vetAuthorizationResponse(reading, m_expected);
        if (vetted) {
            m_front.stopListening();
            take(*vetted, ResponseWay::PastedAddress);
            return {};
        }
        // Of several readings most are nobody's: the one with this attempt's state says what is wrong.
        if (failure.detail == Failure::Detail::MissingCode ||
            vetted.error() != Failure::Detail::StateMismatch)
            failure.detail = vetted.error();
    }
    if (!pasted.code || pasted.code->isEmpty())
        return std::unexpected(failure);
    m_front.stopListening();
    take(*pasted.code, ResponseWay::PastedCode);
    return {};
}

bool RedirectListener::takeRedirect(const Secret &address)
{
    if (!m_isOpen || m_taken)
        return false;
    const auto response = parseRedirectAddress(address.reveal(), m_callback);
    const auto vetted = response ? vetAuthorizationResponse(*response, m_expected)
                                 : std::unexpected(Failure::Detail::StateMismatch);
    if (!vetted)
        return false;
    m_front.stopListening();
    take(*vetted, ResponseWay::Desktop);
    return true;
}

void RedirectListener::take(const Outcome<Secret> &outcome, ResponseWay way)
{
    if (m_taken)
        return;
    m_taken = true;
    m_way = way;
    Q_EMIT responseTaken();
    if (!outcome) {
        Q_EMIT responseFailed(outcome.error());
        return;
    }
    m_code = *outcome;
    Q_EMIT codeReceived();
    relay();
}

void RedirectListener::relay()
{
    // Not (LocalHost, 0): the enum would be taken for the port, and 6.4 would listen on every interface.
    m_handler = new QOAuthHttpServerReplyHandler(QHostAddress(QHostAddress::LocalHost), quint16(0), this);
    m_handler->setCallbackPath(relayPath);
    if (!m_handler->isListening()) {
        Q_EMIT responseFailed(listeningFailure());
        return;
    }
    connect(m_handler, &QAbstractOAuthReplyHandler::callbackReceived, this,
            [this](const QVariantMap &values) {
                // Anyone on this machine can reach that port while it is open; only what we sent ourselves
                // counts.
                const Secret code(values.value(wire::code).toString().toUtf8());
                const Secret state(values.value(wire::state).toString().toUtf8());
                if (!m_handler->isListening() || !(state == Secret(m_expected.state)) ||
                    !(code == Secret(m_code.reveal().toHex())))
                    return;
                m_handler->close();
                Q_EMIT callbackReceived({{wire::code, QString::fromLatin1(m_code.reveal())},
                                         {wire::state, QString::fromLatin1(m_expected.state)}});
            });
    relayTo(*m_handler);
}

void RedirectListener::relayTo(QOAuthHttpServerReplyHandler &handler)
{
    // The code travels as hex, so that nothing in it depends on how each Qt decodes a query.
    const QByteArray request = "GET " + relayPath.toLatin1() + "?code=" + m_code.reveal().toHex() +
                               "&state=" + m_expected.state + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    auto *socket = new QTcpSocket(&handler);
    socket->setProxy(QNetworkProxy::NoProxy);
    connect(socket, &QTcpSocket::connected, socket, [socket, request] { socket->write(request); });
    connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->readAll(); });
    socket->connectToHost(QHostAddress(QHostAddress::LocalHost), handler.port());
    QTimer::singleShot(relayWithin, &handler, [this, &handler] {
        if (!handler.isListening())
            return;
        handler.close();
        Q_EMIT responseFailed(listeningFailure());
    });
}

void RedirectListener::networkReplyFinished(QNetworkReply *reply)
{
    // Qt's own parsing takes HTML for tokens and logs bodies; and its `tokenRequestErrorOccurred` makes newer
    // versions emit `granted` on a failure. So the answer goes our way alone, and the flow never hears of it.
    Q_EMIT tokenAnswered(readAnswer(reply, Failure::Stage::TokenEndpoint));
    reply->deleteLater();
}

} // namespace framekey
