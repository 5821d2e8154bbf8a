// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/envaccount.h"

#include "oauth/scope.h"

#include <algorithm>
#include <iterator>

namespace framekey
{

namespace
{

using Field = AccountField;

struct Name {
    Field field;
    const char *name;
};

constexpr Name known[] = {{Field::ClientId, "CLIENT_ID"},
                          {Field::ClientSecret, "CLIENT_SECRET"},
                          {Field::AuthorizationEndpoint, "AUTHORIZE_URL"},
                          {Field::TokenEndpoint, "TOKEN_URL"},
                          {Field::Scopes, "SCOPE"},
                          {Field::RedirectUri, "REDIRECT_URI"},
                          {Field::RevocationEndpoint, "REVOKE_URL"},
                          {Field::ApiEndpoint, "API_URL"}};

constexpr Field addresses[] = {Field::AuthorizationEndpoint, Field::TokenEndpoint, Field::RevocationEndpoint,
                               Field::ApiEndpoint};

QString textOf(const EnvNames &names, Field field)
{
    return QString::fromUtf8(names.value(envName(field)).reveal()).trimmed();
}

QUrl addressOf(const EnvNames &names, Field field)
{
    return QUrl(textOf(names, field));
}

const Provider *findByAuthorizationEndpoint(const ProviderCatalogue &catalogue, const QUrl &authorization)
{
    const auto &providers = catalogue.providers();
    const auto found = std::ranges::find_if(providers, [&authorization](const Provider &provider) {
        return !authorization.isEmpty() && provider.endpoints.authorization == authorization;
    });
    return found == providers.end() ? nullptr : &*found;
}

const Provider &providerOf(const EnvNames &names, const ProviderCatalogue &catalogue)
{
    const QUrl authorization = addressOf(names, Field::AuthorizationEndpoint);
    const QUrl token = addressOf(names, Field::TokenEndpoint);
    const Provider *provider = token.isEmpty() ? findByAuthorizationEndpoint(catalogue, authorization)
                                               : catalogue.findByTokenEndpoint(token);
    if (authorization.isEmpty() && token.isEmpty())
        provider = catalogue.find(QStringLiteral("frameio-legacy"));
    if (!provider || (!authorization.isEmpty() && authorization != provider->endpoints.authorization))
        provider = catalogue.find(QStringLiteral("custom"));
    return *provider;
}

AccountSettings settingsOf(const EnvNames &names, const QSet<Field> &named, const Provider &provider)
{
    AccountSettings settings = newAccount(provider);
    settings.clientId = textOf(names, Field::ClientId);
    if (provider.endpointsEditable) {
        settings.endpoints.authorization = addressOf(names, Field::AuthorizationEndpoint);
        settings.endpoints.token = addressOf(names, Field::TokenEndpoint);
        if (!settings.endpoints.token.host().isEmpty())
            settings.name = settings.endpoints.token.host();
    }
    settings.endpoints.revocation = addressOf(names, Field::RevocationEndpoint);
    settings.endpoints.api = addressOf(names, Field::ApiEndpoint);
    if (named.contains(Field::RedirectUri))
        settings.redirectUri = textOf(names, Field::RedirectUri);
    if (named.contains(Field::Scopes))
        settings.scopes = parseScope(textOf(names, Field::Scopes));
    if (named.contains(Field::ClientSecret))
        settings.clientAuthentication = ClientAuthentication::Basic;
    return settings;
}

// Of what the file names: what it leaves out may be there already.
std::optional<EnvFault> faultOfNamed(const EnvNames &names, const EnvAccount &account,
                                     const Provider &provider)
{
    AccountFaults faults = checkAccount(account.settings, &provider);
    // As written: a QUrl has already forgotten what was wrong.
    for (const Field field : addresses) {
        if (const auto fault = checkEndpoint(textOf(names, field)); fault != EndpointFault::None)
            faults.insert(field, faultOf(fault));
    }
    faults.removeIf([&account](const auto &fault) { return !account.named.contains(fault.key()); });
    return envFaultOf(faults);
}

QUrl authorizationEndpoint(const AccountSettings &settings, const ProviderCatalogue &catalogue)
{
    const Provider *provider = catalogue.find(settings.provider);
    return provider ? registrationFor(settings, *provider).endpoints.authorization
                    : settings.endpoints.authorization;
}

} // namespace

QString envName(AccountField field)
{
    const auto *found = std::ranges::find(known, field, &Name::field);
    return found == std::end(known) ? QString() : QString::fromLatin1(found->name);
}

QStringList envNames()
{
    QStringList names;
    for (const Name &name : known)
        names.append(QString::fromLatin1(name.name));
    return names;
}

std::optional<EnvFault> envFaultOf(const AccountFaults &faults)
{
    const auto *wrong =
        std::ranges::find_if(known, [&faults](const Name &name) { return faults.contains(name.field); });
    if (wrong == std::end(known))
        return std::nullopt;
    return EnvFault{.kind = EnvFault::Kind::BadValue, .field = wrong->field, .fault = faults[wrong->field]};
}

std::expected<EnvAccount, EnvFault> accountFromEnv(const EnvNames &names, const ProviderCatalogue &catalogue)
{
    const Provider &provider = providerOf(names, catalogue);
    EnvAccount account;
    for (const Name &name : known) {
        if (!names.value(envName(name.field)).reveal().trimmed().isEmpty())
            account.named.insert(name.field);
    }
    if (!account.named.contains(Field::ClientId))
        return std::unexpected(EnvFault{.kind = EnvFault::Kind::NoClientId});
    account.settings = settingsOf(names, account.named, provider);
    if (account.named.contains(Field::ClientSecret))
        account.clientSecret = names.value(envName(Field::ClientSecret));
    if (const auto fault = faultOfNamed(names, account, provider))
        return std::unexpected(*fault);
    return account;
}

AccountSettings EnvAccount::over(const AccountSettings &kept, const ProviderCatalogue &catalogue) const
{
    AccountSettings result = kept;
    // The token endpoint is the same one; where people sign in may be another.
    if (named.contains(Field::AuthorizationEndpoint) &&
        authorizationEndpoint(settings, catalogue) != authorizationEndpoint(kept, catalogue)) {
        // Addresses of one service are never taken over to another.
        if (settings.provider != kept.provider)
            result.endpoints = {};
        result.provider = settings.provider;
        result.endpoints.authorization = settings.endpoints.authorization;
        result.endpoints.token = settings.endpoints.token;
    }
    if (named.contains(Field::RevocationEndpoint))
        result.endpoints.revocation = settings.endpoints.revocation;
    if (named.contains(Field::ApiEndpoint))
        result.endpoints.api = settings.endpoints.api;
    if (named.contains(Field::RedirectUri))
        result.redirectUri = settings.redirectUri;
    if (named.contains(Field::Scopes))
        result.scopes = settings.scopes;
    if (named.contains(Field::ClientSecret))
        result.clientAuthentication = settings.clientAuthentication;
    return result;
}

} // namespace framekey
