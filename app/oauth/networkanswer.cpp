// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/networkanswer.h"

#include <QNetworkReply>
#include <QVariant>

namespace framekey
{

namespace
{

constexpr const char *stopReason = "framekeyStopReason";
constexpr const char *tlsReason = "framekeyTlsReason";
constexpr const char *tlsError = "framekeyTlsError";
constexpr const char *wasSent = "framekeyWasSent";

Failure::Detail detailOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return Failure::Detail::ConnectionRefused;
    case QNetworkReply::HostNotFoundError:
        return Failure::Detail::HostNotFound;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        return Failure::Detail::NoAnswer;
    case QNetworkReply::SslHandshakeFailedError:
        return Failure::Detail::Tls;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Failure::Detail::ProxyAuthentication;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // the peer closed and our body refused to be sent twice
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return Failure::Detail::ConnectionLost;
    default:
        return Failure::Detail::None;
    }
}

Failure transportFailure(const QNetworkReply &reply, Failure::Stage stage)
{
    Failure failure{.stage = stage, .kind = Failure::Kind::Network, .detail = detailOf(reply.error())};
    failure.subject = reply.url().host();
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        failure.serverCode = shownServerCode(reply.property(tlsReason).toString());
    const QVariant reason = reply.property(stopReason);
    if (reason.isValid())
        failure.detail = static_cast<Failure::Detail>(reason.toInt());
    const bool unsure =
        failure.detail == Failure::Detail::ConnectionLost || failure.detail == Failure::Detail::NoAnswer;
    if (unsure && !reply.property(wasSent).isValid())
        failure.detail = Failure::Detail::Unreachable;
    if (failure.detail == Failure::Detail::TooLarge)
        failure.kind = Failure::Kind::Protocol;
    return failure;
}

// The server's own statuses, which Qt turns into errors of its "content" and "server side" ranges, 400 alone
// into a "protocol" one, and 307 and 308 into its complaint that our body cannot be sent twice.
bool isErrorByStatus(const QNetworkReply &reply, int status)
{
    const int error = reply.error();
    if (error == QNetworkReply::ContentReSendError)
        return status >= 300 && status < 400;
    const bool inRange =
        error >= QNetworkReply::ContentAccessDenied && error < QNetworkReply::ProtocolUnknownError;
    const bool badRequest = error == QNetworkReply::ProtocolInvalidOperationError;
    const bool serverSide =
        error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError;
    return status >= 400 && (inRange || badRequest || serverSide);
}

} // namespace

Outcome<HttpAnswer> readAnswer(QNetworkReply *reply, Failure::Stage stage)
{
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool answered =
        reply->error() == QNetworkReply::NoError ? status > 0 : isErrorByStatus(*reply, status);
    if (!answered || reply->property(stopReason).isValid())
        return std::unexpected(transportFailure(*reply, stage));

    HttpAnswer answer;
    answer.status = status;
    answer.contentType = reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    answer.retryAfter = reply->rawHeader("Retry-After");
    // After a timeout the reply is closed, and reading it would only log a warning.
    if (reply->isReadable())
        answer.body = reply->read(longestAnswer);
    return answer;
}

void stopReply(QNetworkReply *reply, Failure::Detail reason)
{
    reply->setProperty(stopReason, static_cast<int>(reason));
    reply->abort();
}

void noteSent(QNetworkReply *reply)
{
    reply->setProperty(wasSent, true);
}

void noteTlsErrors(QNetworkReply *reply, const QList<QSslError> &errors)
{
    if (errors.isEmpty())
        return;
    reply->setProperty(tlsReason, errors.constFirst().errorString());
    reply->setProperty(tlsError, static_cast<int>(errors.constFirst().error()));
}

std::optional<QSslError::SslError> notedTlsError(const QNetworkReply &reply)
{
    const QVariant error = reply.property(tlsError);
    return error.isValid() ? std::optional(static_cast<QSslError::SslError>(error.toInt())) : std::nullopt;
}

} // namespace framekey
