// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/storeditem.h"

#include "oauth/strictjson.h"
#include "oauth/tokenresponse.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace framekey
{

namespace
{

constexpr int version = 1;

std::unexpected<Failure> storageFailure(Failure::Detail detail)
{
    return std::unexpected(
        Failure{.stage = Failure::Stage::Storage, .kind = Failure::Kind::Storage, .detail = detail});
}

// gnome-keyring 50 loses a whole collection to a line feed, and some stores to what is not ASCII (F40).
Secret asciiLine(const QJsonObject &object)
{
    const QString json = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    QByteArray line;
    for (const QChar c : json) {
        if (c.unicode() < 0x7f)
            line += static_cast<char>(c.unicode());
        else
            line += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return Secret(line);
}

QJsonObject toJson(const Binding &binding)
{
    return {{QStringLiteral("token"), binding.token},
            {QStringLiteral("revocation"), binding.revocation},
            {QStringLiteral("api"), binding.api},
            {QStringLiteral("clientId"), binding.clientId}};
}

Binding bindingFrom(const QJsonObject &json)
{
    return {.token = json.value(u"token").toString(),
            .revocation = json.value(u"revocation").toString(),
            .api = json.value(u"api").toString(),
            .clientId = json.value(u"clientId").toString()};
}

QJsonObject toJson(const Person &person)
{
    return {{QStringLiteral("id"), person.id},
            {QStringLiteral("name"), person.name},
            {QStringLiteral("email"), person.email}};
}

Person personFrom(const QJsonObject &json)
{
    return {.id = json.value(u"id").toString(),
            .name = json.value(u"name").toString(),
            .email = json.value(u"email").toString()};
}

std::optional<Secret> tokenFrom(const QJsonValue &value)
{
    const QByteArray text = value.toString().toUtf8();
    return isTokenText(text) ? std::optional(Secret(text)) : std::nullopt;
}

Outcome<QJsonObject> openItem(const Secret &item)
{
    const auto object = parseStrictJsonObject(item.reveal());
    if (!object || !object->value(u"version").isDouble())
        return storageFailure(Failure::Detail::WrongAnswer);
    if (object->value(u"version").toDouble() > version)
        return storageFailure(Failure::Detail::KeychainNewer);
    return *object;
}

// ISO 8601 has four digits for a year; a time zone can lead out of them.
bool isWritable(const QDateTime &utc)
{
    return utc.isValid() && utc.date().year() > 0 && utc.date().year() < 10000;
}

QString text(const Secret &secret)
{
    return QString::fromLatin1(secret.reveal());
}

} // namespace

Binding Binding::of(const ClientRegistration &client)
{
    return {.token = client.endpoints.token.toString(QUrl::FullyEncoded),
            .revocation = client.endpoints.revocation.toString(QUrl::FullyEncoded),
            .api = client.endpoints.api.toString(QUrl::FullyEncoded),
            .clientId = client.clientId};
}

Secret StoredTokens::toItem() const
{
    QJsonObject item{{QStringLiteral("version"), version},
                     {QStringLiteral("issuedAt"), tokens.issuedAt.toString(Qt::ISODateWithMs)},
                     {QStringLiteral("lifetime"), qint64(tokens.lifetime.count())},
                     {QStringLiteral("binding"), toJson(binding)}};
    if (tokens.refreshToken)
        item.insert(QStringLiteral("refreshToken"), text(*tokens.refreshToken));
    else
        item.insert(QStringLiteral("accessToken"), text(tokens.accessToken));
    if (tokens.grantedScope)
        item.insert(QStringLiteral("scope"), QJsonArray::fromStringList(*tokens.grantedScope));
    if (!tokens.requestedScope.isEmpty())
        item.insert(QStringLiteral("requestedScope"), QJsonArray::fromStringList(tokens.requestedScope));
    if (tokens.person)
        item.insert(QStringLiteral("person"), toJson(*tokens.person));
    return asciiLine(item);
}

Outcome<StoredTokens> StoredTokens::fromItem(const Secret &item, const Clock &clock)
{
    const auto object = openItem(item);
    if (!object)
        return std::unexpected(object.error());

    StoredTokens stored;
    stored.binding = bindingFrom(object->value(u"binding").toObject());
    TokenSet &tokens = stored.tokens;
    tokens.refreshToken = tokenFrom(object->value(u"refreshToken"));
    tokens.accessToken = tokenFrom(object->value(u"accessToken")).value_or(Secret());
    tokens.issuedAt = QDateTime::fromString(object->value(u"issuedAt").toString(), Qt::ISODateWithMs).toUTC();
    tokens.lifetime = std::clamp(std::chrono::seconds(object->value(u"lifetime").toInt()),
                                 std::chrono::seconds(0), longestLifetime);
    if ((!tokens.refreshToken && tokens.accessToken.isEmpty()) || !isWritable(tokens.issuedAt))
        return storageFailure(Failure::Detail::WrongAnswer);
    // The boot it was issued in may be over, so only the wall clock can tell its age; never younger than new.
    const std::chrono::milliseconds age(std::max(tokens.issuedAt.msecsTo(clock.nowUtc()), qint64(0)));
    tokens.issuedSinceBoot = clock.sinceBoot() - age;
    if (object->contains(u"scope"))
        tokens.grantedScope = object->value(u"scope").toVariant().toStringList();
    tokens.requestedScope = object->value(u"requestedScope").toVariant().toStringList();
    if (object->contains(u"person"))
        tokens.person = personFrom(object->value(u"person").toObject());
    return stored;
}

Secret StoredClientSecret::toItem() const
{
    return asciiLine(
        {{QStringLiteral("version"), version},
         // As percent forms: a secret may hold what JSON in ASCII cannot carry byte for byte.
         {QStringLiteral("clientSecret"), QString::fromLatin1(clientSecret.reveal().toPercentEncoding())},
         {QStringLiteral("binding"), toJson(binding)}});
}

Outcome<StoredClientSecret> StoredClientSecret::fromItem(const Secret &item)
{
    const auto object = openItem(item);
    if (!object)
        return std::unexpected(object.error());
    const QByteArray encoded = object->value(u"clientSecret").toString().toLatin1();
    return StoredClientSecret{.clientSecret = Secret(QByteArray::fromPercentEncoding(encoded)),
                              .binding = bindingFrom(object->value(u"binding").toObject())};
}

QString tokensKey(const QString &accountId)
{
    return accountId + u"/tokens";
}

QString clientSecretKey(const QString &accountId)
{
    return accountId + u"/client-secret";
}

} // namespace framekey
