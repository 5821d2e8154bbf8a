// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentrequest.h"

#include "oauth/strictjson.h"

#include <QJsonDocument>

#include <algorithm>

namespace framekey
{

namespace
{

constexpr int version = 1;
constexpr qsizetype longestActivationToken = 256;

} // namespace

std::optional<AgentRequest> parseAgentRequest(const QByteArray &line)
{
    if (line.size() > longestAgentRequest || line.contains('\r'))
        return std::nullopt;
    const auto object = parseStrictJsonObject(line);
    if (!object || object->value(u"version").toInt() != version ||
        object->value(u"order").toString() != u"show")
        return std::nullopt;
    AgentRequest request;
    request.activationToken = object->value(u"activationToken").toString().toUtf8();
    const bool printable =
        std::ranges::all_of(request.activationToken, [](char c) { return c > 0x20 && c < 0x7f; });
    if (!printable || request.activationToken.size() > longestActivationToken)
        request.activationToken.clear();
    request.envFile = object->value(u"envFile").toString();
    return request;
}

QByteArray formatAgentRequest(const AgentRequest &request)
{
    const QJsonObject object{{QStringLiteral("version"), version},
                             {QStringLiteral("order"), QStringLiteral("show")},
                             {QStringLiteral("activationToken"), QString::fromUtf8(request.activationToken)},
                             {QStringLiteral("envFile"), request.envFile}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace framekey
