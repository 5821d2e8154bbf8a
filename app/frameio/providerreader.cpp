// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "frameio/providerreader.h"

#include "oauth/redirecturi.h"
#include "oauth/scope.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>

namespace framekey
{

namespace
{

constexpr int longestUnused = 3650;

bool isNamableScope(const QString &token)
{
    return isScopeToken(token) && token.size() <= longestScopeToken;
}

} // namespace

void ProviderReader::refuse(const QString &name)
{
    if (m_fault.isEmpty())
        m_fault = name;
}

QString ProviderReader::text(const QString &name, bool required)
{
    const QJsonValue value = m_json.value(name);
    if (value.isString() ? required && value.toString().isEmpty() : required || !value.isUndefined())
        refuse(name);
    return value.toString();
}

bool ProviderReader::flag(const QJsonObject &json, const QString &name)
{
    const QJsonValue value = json.value(name);
    if (!value.isUndefined() && !value.isBool())
        refuse(name);
    return value.toBool();
}

int ProviderReader::days(const QString &name)
{
    const QJsonValue value = m_json.value(name);
    const int days = value.toInt();
    if (!value.isUndefined() && (days <= 0 || days > longestUnused))
        refuse(name);
    return days;
}

QDate ProviderReader::date(const QString &name)
{
    const QJsonValue value = m_json.value(name);
    const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
    if (!value.isUndefined() && !date.isValid())
        refuse(name);
    return date;
}

QString ProviderReader::scopeToken(const QString &name)
{
    const QString token = text(name);
    if (!token.isEmpty() && !isNamableScope(token))
        refuse(name);
    return token;
}

QStringList ProviderReader::scopeTokens(const QString &name)
{
    const QStringList tokens = m_json.value(name).toVariant().toStringList();
    if (!std::ranges::all_of(tokens, isNamableScope))
        refuse(name);
    return tokens;
}

QString ProviderReader::page(const QString &name)
{
    const QString address = text(name);
    if (!address.isEmpty() && checkEndpoint(address) != EndpointFault::None)
        refuse(name);
    return address;
}

QString ProviderReader::redirectUri(const QString &name)
{
    const QString address = text(name, true);
    if (!RedirectUri::parse(address))
        refuse(name);
    return address;
}

QUrl ProviderReader::endpoint(const QJsonObject &json, const QString &name)
{
    const QString address = json.value(name).toString();
    // A provider that runs locally has its base address only once it runs.
    const bool relative = m_json.value(u"runsLocally").toBool() && address.startsWith(u'/') &&
                          !address.startsWith(u"//"); // that would be another host
    if (json.contains(name) && !relative && checkEndpoint(address) != EndpointFault::None)
        refuse(QStringLiteral("endpoints.") + name);
    return QUrl(address);
}

Endpoints ProviderReader::endpoints()
{
    const QJsonObject json = m_json.value(u"endpoints").toObject();
    return {.authorization = endpoint(json, QStringLiteral("authorization")),
            .token = endpoint(json, QStringLiteral("token")),
            .revocation = endpoint(json, QStringLiteral("revocation")),
            .api = endpoint(json, QStringLiteral("api"))};
}

ScopeSource ProviderReader::scopeSource(const QJsonObject &quirks)
{
    static const QMap<QString, ScopeSource> sources{{QStringLiteral("answer"), ScopeSource::Answer},
                                                    {QStringLiteral("payload"), ScopeSource::Payload},
                                                    {QStringLiteral("none"), ScopeSource::None}};
    const QString name = quirks.value(u"scopeSource").toString();
    if (quirks.contains(u"scopeSource") && !sources.contains(name))
        refuse(QStringLiteral("quirks.scopeSource"));
    return sources.value(name, ScopeSource::Answer);
}

Quirks ProviderReader::quirks()
{
    const QJsonObject json = m_json.value(u"quirks").toObject();
    Quirks quirks{.scopeAtExchange = flag(json, QStringLiteral("scopeAtExchange")),
                  .stateAtExchange = flag(json, QStringLiteral("stateAtExchange")),
                  .scopeAtRefresh = flag(json, QStringLiteral("scopeAtRefresh")),
                  .revocationSparesNewGrant = flag(json, QStringLiteral("revocationSparesNewGrant")),
                  .clientIdInQuery = flag(json, QStringLiteral("clientIdInQuery")),
                  .expiresInMilliseconds = flag(json, QStringLiteral("expiresInMilliseconds")),
                  .promptForPerson = json.value(u"promptForPerson").toString(),
                  .scopeSource = scopeSource(json)};
    if (json.contains(u"promptForPerson") && quirks.promptForPerson.isEmpty())
        refuse(QStringLiteral("quirks.promptForPerson"));
    const QString separator = json.value(u"scopeSeparator").toString(QStringLiteral(" "));
    if (separator != u" " && separator != u",")
        refuse(QStringLiteral("quirks.scopeSeparator"));
    else
        quirks.scopeSeparator = separator.front();
    return quirks;
}

QList<ScopeWords> ProviderReader::scopes(const QString &name)
{
    QList<ScopeWords> catalogue;
    for (const auto &value : m_json.value(name).toArray()) {
        const ScopeWords scope{.token = value[u"token"].toString(),
                               .words = value[u"words"].toString(),
                               .group = value[u"group"].toString()};
        if (!isNamableScope(scope.token) || scope.words.isEmpty())
            refuse(name);
        catalogue.append(scope);
    }
    return catalogue;
}

CredentialType ProviderReader::credentialType(const QJsonObject &json)
{
    const QString field = QStringLiteral("credentialTypes");
    const QString authentication = json.value(u"clientAuthentication").toString();
    const CredentialType type{.id = json.value(u"id").toString(),
                              .name = json.value(u"name").toString(),
                              .words = json.value(u"words").toString(),
                              .clientAuthentication = authentication == u"basic" ? ClientAuthentication::Basic
                                                                                 : ClientAuthentication::None,
                              .redirectUri = json.value(u"redirectUri").toString(),
                              .promisesRenewal = flag(json, QStringLiteral("promisesRenewal")),
                              .registerSteps = json.value(u"registerSteps").toVariant().toStringList()};
    const bool known = authentication == u"basic" || authentication == u"none";
    if (type.id.isEmpty() || type.name.isEmpty() || type.words.isEmpty() || !known)
        refuse(field);
    if (!type.redirectUri.isEmpty() && !RedirectUri::parse(type.redirectUri))
        refuse(field);
    return type;
}

QList<CredentialType> ProviderReader::credentialTypes()
{
    QList<CredentialType> types;
    for (const auto &value : m_json.value(u"credentialTypes").toArray())
        types.append(credentialType(value.toObject()));
    return types;
}

QList<RefusalCause> ProviderReader::refusalCauses(const QString &name)
{
    using Detail = Failure::Detail;
    static const QMap<QString, Detail> details{{QStringLiteral("scopeMissing"), Detail::ScopeMissing},
                                               {QStringLiteral("notLinked"), Detail::NotLinked},
                                               {QStringLiteral("noProductProfile"), Detail::NoProductProfile},
                                               {QStringLiteral("accountLocked"), Detail::AccountLocked}};
    QList<RefusalCause> causes;
    for (const auto &value : m_json.value(name).toArray()) {
        const QString cause = value[u"cause"].toString();
        causes.append({.status = value[u"status"].toInt(),
                       .contains = value[u"contains"].toVariant().toStringList(),
                       .cause = details.value(cause, Detail::AccountRefused),
                       .helpUrl = value[u"helpUrl"].toString()});
        const QString &help = causes.constLast().helpUrl;
        if (!help.isEmpty() && checkEndpoint(help) != EndpointFault::None)
            refuse(name);
        const bool refusal = causes.constLast().status == 401 || causes.constLast().status == 403;
        if (!details.contains(cause) || !refusal || causes.constLast().contains.isEmpty())
            refuse(name);
    }
    return causes;
}

} // namespace framekey
