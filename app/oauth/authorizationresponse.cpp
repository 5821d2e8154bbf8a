// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/authorizationresponse.h"

#include "oauth/errorcode.h"
#include "oauth/wirenames.h"

#include <QHash>
#include <QList>
#include <QRegularExpression>

namespace framekey
{

namespace
{

bool isWellEncoded(const QByteArray &text)
{
    static const QRegularExpression broken(QStringLiteral("%(?![0-9A-Fa-f]{2})"));
    return !QString::fromLatin1(text).contains(broken);
}

std::optional<QByteArray> valueOf(const QHash<QByteArray, QByteArray> &parameters, wire::Name name)
{
    const auto found = parameters.constFind(QByteArray(name.data(), name.size()));
    return found == parameters.cend() ? std::nullopt : std::optional(*found);
}

Outcome<Secret> errorOf(const AuthorizationResponse &response)
{
    const QString error = QString::fromUtf8(*response.error);
    Failure failure{.stage = Failure::Stage::AuthorizationServer, .kind = Failure::Kind::Client};
    failure.serverCode = shownServerCode(error);
    if (error == wire::accessDenied)
        failure.kind = Failure::Kind::Denied;
    else if (isServersTrouble(error))
        failure.kind = Failure::Kind::Server;
    return std::unexpected(failure);
}

} // namespace

std::optional<AuthorizationResponse> AuthorizationResponse::parse(const QByteArray &query)
{
    QHash<QByteArray, QByteArray> parameters;
    for (const QByteArray &pair : query.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = QByteArray::fromPercentEncoding(equals < 0 ? pair : pair.left(equals));
        const QByteArray value = equals < 0 ? QByteArray() : pair.mid(equals + 1);
        if (!isWellEncoded(pair) || parameters.contains(name))
            return std::nullopt;
        parameters.insert(name, QByteArray::fromPercentEncoding(value));
    }
    AuthorizationResponse response;
    if (const auto code = valueOf(parameters, wire::code))
        response.code = Secret(*code);
    response.state = valueOf(parameters, wire::state);
    response.error = valueOf(parameters, wire::error);
    response.issuer = valueOf(parameters, wire::issuer);
    return response;
}

std::expected<Outcome<Secret>, Failure::Detail>
vetAuthorizationResponse(const AuthorizationResponse &response, const ExpectedResponse &expected)
{
    if (!response.state || !(Secret(*response.state) == Secret(expected.state)))
        return std::unexpected(Failure::Detail::StateMismatch);
    if (!expected.issuer.isEmpty() && response.issuer != expected.issuer.toUtf8())
        return std::unexpected(Failure::Detail::MixUp);
    if (response.error && !response.error->isEmpty())
        return errorOf(response);
    if (!response.code || !isTokenText(response.code->reveal()))
        return std::unexpected(Failure::Detail::MissingCode);
    return *response.code;
}

} // namespace framekey
