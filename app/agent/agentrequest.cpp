// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentrequest.h"

#include "agent/wirewords.h"
#include "oauth/strictjson.h"

#include <QJsonDocument>

#include <algorithm>

namespace framekey
{

namespace
{

constexpr int version = 1;
constexpr qsizetype longestActivationToken = 256;

using Order = AgentRequest::Order;
constexpr WireWords<Order, 4> orders{{{Order::Show, "show"},
                                      {Order::Add, "add"},
                                      {Order::TakeOver, "take-over"},
                                      {Order::Redirect, "redirect"}}};

} // namespace

std::optional<AgentRequest> parseAgentRequest(const QByteArray &line)
{
    if (line.size() > longestAgentRequest || line.contains('\r'))
        return std::nullopt;
    const auto object = parseStrictJsonObject(line);
    if (!object || object->value(u"version").toInt() != version)
        return std::nullopt;
    const auto order = valueOf(orders, object->value(u"order").toString());
    if (!order)
        return std::nullopt;
    AgentRequest request;
    request.order = *order;
    request.activationToken = object->value(u"activationToken").toString().toUtf8();
    const bool printable =
        std::ranges::all_of(request.activationToken, [](char c) { return c > 0x20 && c < 0x7f; });
    if (!printable || request.activationToken.size() > longestActivationToken)
        request.activationToken.clear();
    request.envFile = object->value(u"envFile").toString();
    request.address = Secret(object->value(u"address").toString().toUtf8());
    request.practice = object->value(u"practice").toBool();
    request.endsMemory = object->value(u"endsMemory").toBool();
    return request;
}

QByteArray formatAgentRequest(const AgentRequest &request)
{
    QJsonObject object{{QStringLiteral("version"), version},
                       {QStringLiteral("order"), wordOf(orders, request.order)},
                       {QStringLiteral("activationToken"), QString::fromUtf8(request.activationToken)},
                       {QStringLiteral("envFile"), request.envFile},
                       {QStringLiteral("practice"), request.practice},
                       {QStringLiteral("endsMemory"), request.endsMemory}};
    if (!request.address.isEmpty())
        object.insert(QStringLiteral("address"), QString::fromUtf8(request.address.reveal()));
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace framekey
