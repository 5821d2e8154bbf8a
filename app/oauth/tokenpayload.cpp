// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tokenpayload.h"

#include "oauth/scope.h"
#include "oauth/strictjson.h"
#include "oauth/wirenames.h"

#include <QJsonArray>

#include <algorithm>

namespace framekey
{

namespace
{

constexpr qsizetype longestPayload = 16 * 1024;

/// The second of exactly three parts, within the token's own bytes: no copy that would have to be wiped.
QByteArray payloadPart(const QByteArray &token)
{
    const qsizetype first = token.indexOf('.');
    const qsizetype second = token.indexOf('.', first + 1);
    if (first <= 0 || second < 0 || token.indexOf('.', second + 1) >= 0)
        return {};
    return QByteArray::fromRawData(token.constData() + first + 1, second - first - 1);
}

std::optional<Secret> decode(const QByteArray &part)
{
    if (part.isEmpty() || part.size() > longestPayload)
        return std::nullopt;
    auto decoded = QByteArray::fromBase64Encoding(part, QByteArray::Base64UrlEncoding |
                                                            QByteArray::AbortOnBase64DecodingErrors);
    const bool good = decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok;
    const Secret payload(decoded.decoded);
    explicit_bzero(decoded.decoded.data(), static_cast<std::size_t>(decoded.decoded.size()));
    return good ? std::optional(payload) : std::nullopt;
}

std::optional<QStringList> tokensIn(const QJsonValue &claim)
{
    QStringList tokens;
    if (claim.isString())
        tokens = parseScope(claim.toString());
    for (const auto &value : claim.toArray()) {
        if (!value.isString())
            return std::nullopt;
        tokens += value.toString();
    }
    tokens.removeDuplicates();
    const bool legal = std::ranges::all_of(tokens, [](const QString &token) {
        return token.size() <= longestScopeToken && isScopeToken(token);
    });
    if (!legal || tokens.isEmpty() || tokens.size() > mostScopeTokens)
        return std::nullopt;
    return tokens;
}

} // namespace

std::optional<QStringList> payloadScope(const Secret &accessToken)
{
    const auto payload = decode(payloadPart(accessToken.reveal()));
    const auto object = payload ? parseStrictJsonObject(payload->reveal()) : std::nullopt;
    return object ? tokensIn(object->value(wire::scope)) : std::nullopt;
}

} // namespace framekey
