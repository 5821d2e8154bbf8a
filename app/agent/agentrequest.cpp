// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentrequest.h"

#include "agent/wirewords.h"
#include "oauth/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace framekey
{

namespace
{

constexpr int version = 1;
constexpr qsizetype longestActivationToken = 256;

using Order = AgentRequest::Order;
constexpr WireWords<Order, 18> orders{{{Order::Token, "token"},
                                       {Order::Status, "status"},
                                       {Order::SignIn, "sign-in"},
                                       {Order::Await, "await"},
                                       {Order::Paste, "paste"},
                                       {Order::Cancel, "cancel"},
                                       {Order::SignOut, "sign-out"},
                                       {Order::Refresh, "refresh"},
                                       {Order::Show, "show"},
                                       {Order::Add, "add"},
                                       {Order::Remove, "remove"},
                                       {Order::Rename, "rename"},
                                       {Order::Default, "default"},
                                       {Order::Check, "check"},
                                       {Order::Doctor, "doctor"},
                                       {Order::Report, "report"},
                                       {Order::TakeOver, "take-over"},
                                       {Order::Redirect, "redirect"}}};

// What a member's value is taken into; false where it has the wrong type.
using Take = bool (*)(AgentRequest &, const QJsonValue &);

// Qt drops a byte order mark that begins a text, but keeps an escaped one: nobody means either.
QString textOf(const QJsonValue &value)
{
    QString text = value.toString();
    while (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    return text;
}

template <auto Member>
bool text(AgentRequest &request, const QJsonValue &value)
{
    request.*Member = textOf(value);
    return value.isString();
}

template <auto Member>
bool secret(AgentRequest &request, const QJsonValue &value)
{
    request.*Member = Secret(textOf(value).toUtf8());
    return value.isString();
}

template <auto Member>
bool truth(AgentRequest &request, const QJsonValue &value)
{
    request.*Member = value.toBool();
    return value.isBool();
}

template <auto Member>
bool seconds(AgentRequest &request, const QJsonValue &value)
{
    constexpr double longest = 1e9; // some thirty years: what is longer is a mistake
    const double number = value.toDouble(-1);
    if (number < 0 || number > longest || number != std::floor(number))
        return false;
    request.*Member = std::chrono::seconds(static_cast<std::int64_t>(number));
    return true;
}

bool scopes(AgentRequest &request, const QJsonValue &value)
{
    const QJsonArray entries = value.toArray();
    QStringList &texts = request.scopes.emplace();
    for (const auto &entry : entries)
        texts.append(textOf(entry));
    return value.isArray() &&
           std::ranges::all_of(entries, [](const auto &entry) { return entry.isString(); });
}

// One that does not fit is none: the window comes up without it.
bool activationToken(AgentRequest &request, const QJsonValue &value)
{
    const QByteArray token = value.toString().toUtf8();
    const bool isPrintable = std::ranges::all_of(token, [](char c) { return c > 0x20 && c < 0x7f; });
    if (isPrintable && token.size() <= longestActivationToken)
        request.activationToken = token;
    return true;
}

using Request = AgentRequest;
constexpr std::array<std::pair<const char *, Take>, 16> members{{{"account", text<&Request::account>},
                                                                 {"minValid", seconds<&Request::minValid>},
                                                                 {"force", truth<&Request::force>},
                                                                 {"wait", truth<&Request::wait>},
                                                                 {"mayAsk", truth<&Request::mayAsk>},
                                                                 {"name", text<&Request::name>},
                                                                 {"scopes", scopes},
                                                                 {"again", truth<&Request::again>},
                                                                 {"browser", truth<&Request::browser>},
                                                                 {"text", secret<&Request::text>},
                                                                 {"seconds", seconds<&Request::seconds>},
                                                                 {"activationToken", activationToken},
                                                                 {"envFile", text<&Request::envFile>},
                                                                 {"practice", truth<&Request::practice>},
                                                                 {"endsMemory", truth<&Request::endsMemory>},
                                                                 {"address", secret<&Request::address>}}};

bool take(AgentRequest &request, const QString &name, const QJsonValue &value)
{
    const auto *member = std::ranges::find_if(
        members, [&name](const auto &each) { return name == QLatin1StringView(each.first); });
    return member == members.end() || member->second(request, value);
}

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
    for (auto member = object->constBegin(); member != object->constEnd(); ++member) {
        if (!take(request, member.key(), member.value()))
            return std::nullopt;
    }
    return request;
}

QByteArray formatAgentRequest(const AgentRequest &request)
{
    const AgentRequest plain;
    QJsonObject object{{QStringLiteral("version"), version},
                       {QStringLiteral("order"), wordOf(orders, request.order)}};
    const auto put = [&object](const char *name, const auto &value, const auto &otherwise) {
        if (value != otherwise)
            object.insert(QLatin1StringView(name), value);
    };
    put("account", request.account, plain.account);
    put("minValid", qint64(request.minValid.count()), qint64(plain.minValid.count()));
    put("force", request.force, plain.force);
    put("wait", request.wait, plain.wait);
    put("mayAsk", request.mayAsk, plain.mayAsk);
    put("name", request.name, plain.name);
    if (request.scopes)
        object.insert(QStringLiteral("scopes"), QJsonArray::fromStringList(*request.scopes));
    put("again", request.again, plain.again);
    put("browser", request.browser, plain.browser);
    put("text", QString::fromUtf8(request.text.reveal()), QString());
    if (request.seconds)
        object.insert(QStringLiteral("seconds"), qint64(request.seconds->count()));
    put("activationToken", QString::fromUtf8(request.activationToken), QString());
    put("envFile", request.envFile, plain.envFile);
    put("practice", request.practice, plain.practice);
    put("endsMemory", request.endsMemory, plain.endsMemory);
    put("address", QString::fromUtf8(request.address.reveal()), QString());
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace framekey
