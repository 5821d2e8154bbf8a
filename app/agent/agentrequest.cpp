// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentrequest.h"

#include "oauth/strictjson.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <utility>

namespace framekey
{

namespace
{

constexpr int version = 1;
constexpr qsizetype longestActivationToken = 256;

using Order = AgentRequest::Order;
constexpr std::array<std::pair<Order, const char *>, 3> orders{
    {{Order::Show, "show"}, {Order::Add, "add"}, {Order::TakeOver, "take-over"}}};

QString nameOf(Order order)
{
    return QLatin1StringView(
        std::ranges::find(orders, order, &std::pair<Order, const char *>::first)->second);
}

std::optional<Order> orderNamed(const QString &name)
{
    const auto *found = std::ranges::find_if(
        orders, [&name](const auto &row) { return name == QLatin1StringView(row.second); });
    return found == orders.end() ? std::nullopt : std::optional(found->first);
}

} // namespace

std::optional<AgentRequest> parseAgentRequest(const QByteArray &line)
{
    if (line.size() > longestAgentRequest || line.contains('\r'))
        return std::nullopt;
    const auto object = parseStrictJsonObject(line);
    if (!object || object->value(u"version").toInt() != version)
        return std::nullopt;
    const auto order = orderNamed(object->value(u"order").toString());
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
    request.practice = object->value(u"practice").toBool();
    request.endsMemory = object->value(u"endsMemory").toBool();
    return request;
}

QByteArray formatAgentRequest(const AgentRequest &request)
{
    const QJsonObject object{{QStringLiteral("version"), version},
                             {QStringLiteral("order"), nameOf(request.order)},
                             {QStringLiteral("activationToken"), QString::fromUtf8(request.activationToken)},
                             {QStringLiteral("envFile"), request.envFile},
                             {QStringLiteral("practice"), request.practice},
                             {QStringLiteral("endsMemory"), request.endsMemory}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace framekey
