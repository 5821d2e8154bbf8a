// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/exchange.h"

#include "oauth/httpdate.h"
#include "oauth/networkanswer.h"

#include <QNetworkReply>
#include <QSslConfiguration>
#include <QSslError>

namespace framekey
{

namespace
{

using Certificate = Exchange::Certificate;
using Tls = Exchange::Tls;

Certificate certificateFor(QSslError::SslError error)
{
    switch (error) {
    case QSslError::NoError:
        return Certificate::Trusted;
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return Certificate::SelfSigned;
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return Certificate::UnknownAuthority;
    case QSslError::CertificateExpired:
        return Certificate::Ended;
    case QSslError::CertificateNotYetValid:
        return Certificate::NotYetValid;
    case QSslError::HostNameMismatch:
        return Certificate::WrongHost;
    default:
        return Certificate::Refused;
    }
}

Tls tlsOf(const QNetworkReply &reply)
{
    switch (reply.sslConfiguration().sessionProtocol()) {
    case QSsl::TlsV1_2:
        return Tls::V1_2;
    case QSsl::TlsV1_3:
        return Tls::V1_3;
    case QSsl::UnknownProtocol:
        return Tls::NotSetUp;
    default:
        return Tls::Other;
    }
}

} // namespace

Exchange exchangeOf(QNetworkReply &reply, std::chrono::milliseconds duration)
{
    Exchange exchange{.duration = duration};
    exchange.httpStatus = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    exchange.serverTime = parseHttpDate(reply.rawHeader("Date"));
    if (reply.url().scheme() != u"https")
        return exchange;
    exchange.tls = tlsOf(reply);
    if (const auto error = notedTlsError(reply))
        exchange.certificate = certificateFor(*error);
    else if (exchange.tls != Tls::NotSetUp)
        exchange.certificate = Certificate::Trusted;
    return exchange;
}

} // namespace framekey
