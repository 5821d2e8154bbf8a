// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "frameio/provider.h"

#include "oauth/scope.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace framekey
{

namespace
{

// Reads one provider's object and remembers the first field that is not as it should be.
class ProviderReader
{
public:
    explicit ProviderReader(const QJsonObject &json) : m_json(json) {}

    [[nodiscard]] const QString &fault() const { return m_fault; }

    QString text(const QString &name, bool required = false)
    {
        const QJsonValue value = m_json.value(name);
        if (value.isString() ? required && value.toString().isEmpty() : required || !value.isUndefined())
            refuse(name);
        return value.toString();
    }

    bool flag(const QJsonObject &json, const QString &name)
    {
        const QJsonValue value = json.value(name);
        if (!value.isUndefined() && !value.isBool())
            refuse(name);
        return value.toBool();
    }

    bool flag(const QString &name) { return flag(m_json, name); }

    QUrl endpoint(const QJsonObject &json, const QString &name)
    {
        const QString address = json.value(name).toString();
        // A provider that runs locally has its base address only once it runs.
        const bool relative = m_json.value(u"runsLocally").toBool() && address.startsWith(u'/');
        if (json.contains(name) && !relative && checkEndpoint(address) != EndpointFault::None)
            refuse(QStringLiteral("endpoints.") + name);
        return QUrl(address);
    }

    void refuse(const QString &name)
    {
        if (m_fault.isEmpty())
            m_fault = name;
    }

private:
    QJsonObject m_json;
    QString m_fault;
};

Endpoints readEndpoints(ProviderReader &reader, const QJsonObject &json)
{
    return {.authorization = reader.endpoint(json, QStringLiteral("authorization")),
            .token = reader.endpoint(json, QStringLiteral("token")),
            .revocation = reader.endpoint(json, QStringLiteral("revocation")),
            .api = reader.endpoint(json, QStringLiteral("api"))};
}

Quirks readQuirks(ProviderReader &reader, const QJsonObject &json)
{
    Quirks quirks{.scopeAtExchange = reader.flag(json, QStringLiteral("scopeAtExchange")),
                  .stateAtExchange = reader.flag(json, QStringLiteral("stateAtExchange")),
                  .scopeAtRefresh = reader.flag(json, QStringLiteral("scopeAtRefresh")),
                  .revocationSparesNewGrant = reader.flag(json, QStringLiteral("revocationSparesNewGrant"))};
    const QString separator = json.value(u"scopeSeparator").toString(QStringLiteral(" "));
    if (separator != u" " && separator != u",")
        reader.refuse(QStringLiteral("quirks.scopeSeparator"));
    else
        quirks.scopeSeparator = separator.front();
    return quirks;
}

QList<ScopeWords> readCatalogue(ProviderReader &reader, const QJsonArray &json)
{
    QList<ScopeWords> catalogue;
    for (const auto &value : json) {
        const ScopeWords scope{.token = value[u"token"].toString(),
                               .words = value[u"words"].toString(),
                               .group = value[u"group"].toString()};
        if (!isScopeToken(scope.token) || scope.words.isEmpty())
            reader.refuse(QStringLiteral("scopes"));
        catalogue.append(scope);
    }
    return catalogue;
}

} // namespace

QString Provider::wordsFor(const QString &scopeToken) const
{
    for (const ScopeWords &scope : catalogue) {
        if (scope.token == scopeToken)
            return scope.words;
    }
    return {};
}

std::expected<Provider, QString> ProviderCatalogue::parse(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::unexpected(QStringLiteral("(not a JSON object)"));
    const QJsonObject object = document.object();
    ProviderReader reader(object);
    Provider provider{.id = reader.text(QStringLiteral("id"), true),
                      .name = reader.text(QStringLiteral("name"), true),
                      .endpoints = readEndpoints(reader, object.value(u"endpoints").toObject()),
                      .issuer = reader.text(QStringLiteral("issuer")),
                      .quirks = readQuirks(reader, object.value(u"quirks").toObject()),
                      .catalogue = readCatalogue(reader, object.value(u"scopes").toArray()),
                      .defaultScope = object.value(u"defaultScope").toVariant().toStringList(),
                      .offlineScope = reader.text(QStringLiteral("offlineScope")),
                      .defaultRedirectUri = reader.text(QStringLiteral("defaultRedirectUri"), true),
                      .defaultClientId = reader.text(QStringLiteral("defaultClientId")),
                      .consoleUrl = reader.text(QStringLiteral("consoleUrl")),
                      .registerHint = reader.text(QStringLiteral("registerHint")),
                      .runsLocally = reader.flag(QStringLiteral("runsLocally")),
                      .endpointsEditable = reader.flag(QStringLiteral("endpointsEditable"))};
    if (!provider.runsLocally && !provider.endpointsEditable && provider.endpoints.token.isEmpty())
        reader.refuse(QStringLiteral("endpoints.token"));
    if (!reader.fault().isEmpty())
        return std::unexpected(reader.fault());
    return provider;
}

ProviderCatalogue ProviderCatalogue::builtIn()
{
    ProviderCatalogue catalogue;
    for (const char *id : {"frameio-legacy", "practice", "custom"}) {
        QFile file(QStringLiteral(":/framekey/providers/%1.json").arg(QLatin1StringView(id)));
        const auto provider =
            file.open(QIODevice::ReadOnly) ? parse(file.readAll()) : std::unexpected(QString());
        Q_ASSERT(provider); // tst_provider reads each of them
        if (provider)
            catalogue.m_providers.append(*provider);
    }
    return catalogue;
}

const Provider *ProviderCatalogue::find(const QString &id) const
{
    for (const Provider &provider : m_providers) {
        if (provider.id == id)
            return &provider;
    }
    return nullptr;
}

const Provider *ProviderCatalogue::findByTokenEndpoint(const QUrl &token) const
{
    for (const Provider &provider : m_providers) {
        if (!token.isEmpty() && provider.endpoints.token == token)
            return &provider;
    }
    return nullptr;
}

} // namespace framekey
