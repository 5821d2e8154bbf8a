// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "frameio/provider.h"

#include "frameio/providerreader.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace framekey
{

QString Provider::nameWithVersion() const
{
    return version.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, version);
}

QString Provider::wordsFor(const QString &scopeToken) const
{
    for (const QList<ScopeWords> *list : {&catalogue, &addedScopes}) {
        for (const ScopeWords &scope : *list) {
            if (scope.token == scopeToken)
                return scope.words;
        }
    }
    return {};
}

QString Provider::helpFor(Failure::Detail cause) const
{
    const auto found = std::ranges::find(accountRefusedCauses, cause, &RefusalCause::cause);
    return found == accountRefusedCauses.cend() ? QString() : found->helpUrl;
}

bool Provider::addsByItself(const QString &scopeToken) const
{
    return std::ranges::find(addedScopes, scopeToken, &ScopeWords::token) != addedScopes.cend();
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
                      .version = reader.text(QStringLiteral("version")),
                      .signInName = reader.text(QStringLiteral("signInName")),
                      .endpoints = reader.endpoints(),
                      .issuer = reader.text(QStringLiteral("issuer")),
                      .quirks = reader.quirks(),
                      .catalogue = reader.scopes(QStringLiteral("scopes")),
                      .addedScopes = reader.scopes(QStringLiteral("addedScopes")),
                      .defaultScope = reader.scopeTokens(QStringLiteral("defaultScope")),
                      .offlineScope = reader.scopeToken(QStringLiteral("offlineScope")),
                      .unusedDays = reader.days(QStringLiteral("unusedDays")),
                      .defaultRedirectUri = reader.redirectUri(QStringLiteral("defaultRedirectUri")),
                      .defaultClientId = reader.text(QStringLiteral("defaultClientId")),
                      .consoleUrl = reader.page(QStringLiteral("consoleUrl")),
                      .registerHint = reader.text(QStringLiteral("registerHint")),
                      .lastDay = reader.date(QStringLiteral("lastDay")),
                      .successor = reader.text(QStringLiteral("successor")),
                      .credentialTypes = reader.credentialTypes(),
                      .accountRefusedCauses = reader.refusalCauses(QStringLiteral("accountRefusedCauses")),
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
    for (const char *id : {"frameio", "frameio-legacy", "practice", "custom"}) {
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
