// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tokenresponse.h"

#include "oauth/errorcode.h"
#include "oauth/httpdate.h"
#include "oauth/scope.h"
#include "oauth/strictjson.h"
#include "oauth/tokenpayload.h"
#include "oauth/wirenames.h"

#include <QJsonObject>
#include <QJsonValue>

#include <algorithm>
#include <cmath>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::seconds longestRetryAfter = 1h;
constexpr double millisecondsPerSecond = 1000;

std::unexpected<Failure> protocolFailure(Failure::Stage stage, Failure::Detail detail)
{
    return std::unexpected(Failure{.stage = stage, .kind = Failure::Kind::Protocol, .detail = detail});
}

bool isJson(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    return type == "application/json" || (type.startsWith("application/") && type.endsWith("+json"));
}

std::optional<std::chrono::seconds> readExpiresIn(const QJsonValue &value, bool inMilliseconds)
{
    double seconds = value.toDouble(std::nan(""));
    if (value.isString()) {
        // Some servers send the number as text; toLongLong would take signs and blanks too.
        const QString text = value.toString();
        const bool digits =
            !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
        seconds = digits ? text.toDouble() : std::nan("");
    }
    if (std::isnan(seconds))
        return std::nullopt;
    if (inMilliseconds)
        seconds /= millisecondsPerSecond;
    const double clamped = std::clamp(seconds, 0.0, double(longestLifetime.count()));
    return std::chrono::seconds(static_cast<std::int64_t>(clamped));
}

std::optional<Secret> readToken(const QJsonValue &value)
{
    const QByteArray text = value.toString().toUtf8();
    return value.isString() && isTokenText(text) ? std::optional(Secret(text)) : std::nullopt;
}

std::optional<QStringList> readScope(const QJsonValue &value, const Secret &accessToken, ScopeSource source)
{
    if (source == ScopeSource::None)
        return std::nullopt;
    QStringList scope = parseScope(value.toString());
    scope.removeIf([](const QString &token) { // they are shown (T7)
        return token.size() > longestScopeToken || !isScopeToken(token);
    });
    scope = scope.first(std::min(scope.size(), mostScopeTokens));
    if (!scope.isEmpty())
        return scope;
    return source == ScopeSource::Payload ? payloadScope(accessToken) : std::nullopt;
}

bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty());
}

} // namespace

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &value, const QDateTime &now)
{
    bool isNumber = false;
    auto seconds = std::chrono::seconds(value.trimmed().toUInt(&isNumber));
    if (!isNumber) {
        const auto date = parseHttpDate(value);
        if (!date)
            return std::nullopt;
        seconds = std::chrono::seconds(now.secsTo(*date));
    }
    return std::clamp(seconds, 0s, longestRetryAfter);
}

Failure failureOf(const HttpAnswer &answer, Failure::Stage stage, const QDateTime &now)
{
    Failure failure{.stage = stage, .kind = Failure::Kind::Protocol, .detail = Failure::Detail::WrongAnswer};
    failure.httpStatus = answer.status;
    failure.retryAfter = parseRetryAfter(answer.retryAfter, now);
    if (const auto object = parseStrictJsonObject(answer.body))
        failure.serverCode = shownServerCode(object->value(wire::error).toString());

    const bool isClientError = answer.status >= 400 && answer.status < 500;
    if (answer.status >= 500 || answer.status == 429 || answer.status == 408 ||
        (isClientError && isServersTrouble(failure.serverCode)))
        failure.kind = Failure::Kind::Server;
    else if (answer.status >= 300 && answer.status < 400)
        failure.detail = Failure::Detail::Redirected;
    else if (isClientError && failure.serverCode == wire::invalidGrant)
        failure.kind = Failure::Kind::Expired;
    else if (isClientError && (answer.status == 401 || !failure.serverCode.isEmpty()))
        failure.kind = Failure::Kind::Client;
    // A refusal that is understood makes sense, whatever it means.
    if (failure.kind != Failure::Kind::Protocol)
        failure.detail = Failure::Detail::None;
    return failure;
}

Outcome<TokenResponse> parseTokenResponse(const HttpAnswer &answer, Failure::Stage stage,
                                          const QDateTime &now, const Quirks &quirks)
{
    if (answer.status != 200)
        return std::unexpected(failureOf(answer, stage, now));
    if (!isJson(answer.contentType))
        return protocolFailure(stage, Failure::Detail::NotJson);
    const auto object = parseStrictJsonObject(answer.body);
    if (!object)
        return protocolFailure(stage, Failure::Detail::WrongAnswer);
    // A 200 that says invalid_grant is a broken server, not a verdict (F10).
    if (object->contains(wire::error))
        return std::unexpected(failureOf(answer, stage, now));
    if (isAbsent(object->value(wire::accessToken)))
        return protocolFailure(stage, Failure::Detail::NoAccessToken);
    if (object->value(wire::tokenType).toString().compare(u"bearer", Qt::CaseInsensitive) != 0)
        return protocolFailure(stage, Failure::Detail::WrongTokenType);

    TokenResponse response;
    const auto accessToken = readToken(object->value(wire::accessToken));
    response.refreshToken = readToken(object->value(wire::refreshToken));
    if (!accessToken || (!response.refreshToken && !isAbsent(object->value(wire::refreshToken))))
        return protocolFailure(stage, Failure::Detail::UnusableToken);
    response.accessToken = *accessToken;
    response.expiresIn = readExpiresIn(object->value(wire::expiresIn), quirks.expiresInMilliseconds);
    response.scope = readScope(object->value(wire::scope), *accessToken, quirks.scopeSource);
    response.omittedScopeIsRequested = quirks.scopeSource == ScopeSource::Answer;
    return response;
}

} // namespace framekey
