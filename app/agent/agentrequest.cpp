// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentrequest.h"

#include "agent/wirewords.h"
#include "oauth/strictjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace framekey
{

namespace
{

constexpr int version = 1;
constexpr qsizetype longestActivationToken = 256;

using Order = AgentRequest::Order;
constexpr WireWords<Order, 17> orders{{{Order::Token, "token"},
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
                                       {Order::TakeOver, "take-over"},
                                       {Order::Redirect, "redirect"}}};

// Takes fields out of a request and remembers whether any had a wrong type.
class RequestReader
{
public:
    explicit RequestReader(const QJsonObject &json) : m_json(json) {}

    [[nodiscard]] bool isFaulty() const { return m_faulty; }

    QString text(QStringView name)
    {
        const QJsonValue value = m_json.value(name);
        m_faulty = m_faulty || !(value.isUndefined() || value.isString());
        return value.toString();
    }

    bool truth(QStringView name, bool otherwise = false)
    {
        const QJsonValue value = m_json.value(name);
        m_faulty = m_faulty || !(value.isUndefined() || value.isBool());
        return value.toBool(otherwise);
    }

    std::optional<std::chrono::seconds> seconds(QStringView name)
    {
        constexpr double longest = 1e9; // some thirty years: what is longer is a mistake
        const QJsonValue value = m_json.value(name);
        if (value.isUndefined())
            return std::nullopt;
        const double number = value.toDouble(-1);
        m_faulty = m_faulty || number < 0 || number > longest || number != std::floor(number);
        return m_faulty ? std::nullopt
                        : std::optional(std::chrono::seconds(static_cast<std::int64_t>(number)));
    }

    std::optional<QStringList> list(QStringView name)
    {
        const QJsonValue value = m_json.value(name);
        if (value.isUndefined())
            return std::nullopt;
        m_faulty = m_faulty || !value.isArray();
        QStringList texts;
        for (const auto &entry : value.toArray()) {
            m_faulty = m_faulty || !entry.isString();
            texts.append(entry.toString());
        }
        return texts;
    }

private:
    const QJsonObject &m_json;
    bool m_faulty = false;
};

QByteArray fitActivationToken(QByteArray token)
{
    const bool printable = std::ranges::all_of(token, [](char c) { return c > 0x20 && c < 0x7f; });
    return printable && token.size() <= longestActivationToken ? token : QByteArray();
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
    RequestReader reader(*object);
    AgentRequest request;
    request.order = *order;
    request.account = reader.text(u"account");
    request.minValid = reader.seconds(u"minValid").value_or(AgentRequest::defaultMinValid);
    request.force = reader.truth(u"force");
    request.wait = reader.truth(u"wait");
    request.mayAsk = reader.truth(u"mayAsk", true);
    request.name = reader.text(u"name");
    request.scopes = reader.list(u"scopes");
    request.again = reader.truth(u"again");
    request.browser = reader.truth(u"browser", true);
    request.text = Secret(reader.text(u"text").toUtf8());
    request.seconds = reader.seconds(u"seconds");
    request.activationToken = fitActivationToken(object->value(u"activationToken").toString().toUtf8());
    request.envFile = reader.text(u"envFile");
    request.practice = reader.truth(u"practice");
    request.endsMemory = reader.truth(u"endsMemory");
    request.address = Secret(reader.text(u"address").toUtf8());
    return reader.isFaulty() ? std::nullopt : std::optional(request);
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
