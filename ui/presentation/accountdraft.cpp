// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/accountdraft.h"

#include "ui/presentation/credentialtype.h"

#include <QUrl>

namespace framekey
{

namespace
{

using Field = AccountField;

constexpr Field endpointFields[] = {Field::AuthorizationEndpoint, Field::TokenEndpoint,
                                    Field::RevocationEndpoint, Field::ApiEndpoint};

bool has(const QString &text)
{
    return !text.isEmpty();
}

} // namespace

AccountDraft AccountDraft::of(const AccountSettings &settings, const Provider *provider)
{
    AccountDraft draft;
    draft.before = settings;
    draft.provider = settings.provider;
    draft.redirectCertificate = settings.redirectCertificate;
    draft.scopes = settings.scopes;
    draft.askEachTime = settings.askEachTime;
    const auto address = [](const QUrl &url) { return url.toString(QUrl::FullyEncoded); };
    draft.texts = {{Field::Name, settings.name},
                   {Field::ClientId, settings.clientId},
                   {Field::RedirectUri, settings.redirectUri},
                   {Field::AuthorizationEndpoint, address(settings.endpoints.authorization)},
                   {Field::TokenEndpoint, address(settings.endpoints.token)},
                   {Field::RevocationEndpoint, address(settings.endpoints.revocation)},
                   {Field::ApiEndpoint, address(settings.endpoints.api)},
                   {Field::CaFile, settings.caFile}};
    if (const CredentialType *type = provider ? credentialTypeOf(*provider, settings) : nullptr)
        draft.credentialType = *type;
    return draft;
}

AccountDraft AccountDraft::ofNew(const Provider &provider)
{
    AccountDraft draft = of(newAccount(provider));
    if (!provider.credentialTypes.isEmpty())
        draft.credentialType = provider.credentialTypes.first();
    return draft;
}

AccountDraft AccountDraft::ofSuccessor(const AccountSettings &settings, const Provider &successor)
{
    AccountDraft draft = ofNew(successor);
    draft.texts[Field::Name] = QStringLiteral("%1 (%2)").arg(settings.name, successor.version);
    draft.texts[Field::CaFile] = settings.caFile;
    draft.askEachTime = settings.askEachTime;
    return draft;
}

void AccountDraft::changeProvider(const Provider &from, const Provider &to)
{
    provider = to.id;
    const auto change = [this](Field field, const QString &was, const QString &is) {
        if (texts.value(field).trimmed().isEmpty() || texts.value(field) == was)
            texts[field] = is;
    };
    change(Field::Name, from.name, to.name);
    change(Field::ClientId, from.defaultClientId, to.defaultClientId);
    changeRedirect(from, to);
    if (scopes == from.defaultScope)
        scopes = to.defaultScope;
    // Addresses of one service are never taken over to another.
    for (const Field field : endpointFields)
        texts[field].clear();
}

void AccountDraft::changeRedirect(const Provider &from, const Provider &to)
{
    QString &redirectUri = texts[Field::RedirectUri];
    // One that the service assigned belongs to it.
    const bool wasAssigned = credentialType && credentialType->redirectUri.isEmpty();
    if (wasAssigned || redirectUri.trimmed().isEmpty() || redirectUri == from.defaultRedirectUri)
        redirectUri = to.defaultRedirectUri;
    credentialType.reset();
    if (to.credentialTypes.isEmpty())
        return;
    credentialType = to.credentialTypes.first();
    redirectUri = credentialType->redirectUri;
}

void AccountDraft::changeCredentialType(const CredentialType &type)
{
    // Between two types with the same default what was typed is as right as before.
    if (!credentialType || credentialType->redirectUri != type.redirectUri)
        texts[Field::RedirectUri] = type.redirectUri;
    credentialType = type;
}

bool AccountDraft::mayHaveSecret() const
{
    return !credentialType || credentialType->clientAuthentication == ClientAuthentication::Basic;
}

bool AccountDraft::secretIsAtHand() const
{
    return has(texts.value(Field::ClientSecret)) || (hasKeptSecret() && !removeSecret);
}

bool AccountDraft::hadSecret() const
{
    return !isNew() && before.clientAuthentication == ClientAuthentication::Basic;
}

bool AccountDraft::hasKeptSecret() const
{
    // It is one service's: no other may see it.
    return hadSecret() && provider == before.provider;
}

AccountSettings AccountDraft::settings() const
{
    const auto text = [this](Field field) { return texts.value(field).trimmed(); };
    AccountSettings result = before;
    if (provider != before.provider)
        result.issuer.clear();
    result.provider = provider;
    result.name = text(Field::Name);
    result.clientId = text(Field::ClientId);
    result.redirectUri = text(Field::RedirectUri);
    result.redirectCertificate = redirectCertificate;
    result.scopes = scopes;
    result.askEachTime = askEachTime;
    result.endpoints = {QUrl(text(Field::AuthorizationEndpoint)), QUrl(text(Field::TokenEndpoint)),
                        QUrl(text(Field::RevocationEndpoint)), QUrl(text(Field::ApiEndpoint))};
    result.caFile = text(Field::CaFile);
    result.clientAuthentication = secretIsAtHand() ? ClientAuthentication::Basic : ClientAuthentication::None;
    if (credentialType)
        result.clientAuthentication = credentialType->clientAuthentication;
    return result;
}

std::optional<Secret> AccountDraft::clientSecret() const
{
    if (mayHaveSecret() && has(texts.value(Field::ClientSecret)))
        return Secret(texts.value(Field::ClientSecret).toUtf8());
    const bool keeps = mayHaveSecret() && hasKeptSecret() && !removeSecret;
    return hadSecret() && !keeps ? std::optional(Secret()) : std::nullopt;
}

AccountFaults AccountDraft::faults(const Provider *chosen, const QStringList &takenNames) const
{
    AccountFaults result = checkAccount(settings(), chosen, secretIsAtHand());
    if (takenNames.contains(texts.value(Field::Name).trimmed()))
        result.insert(Field::Name, AccountFault::Taken);
    // Checked as typed: a QUrl has already forgotten what was wrong.
    for (const Field field : endpointFields) {
        const QString address = texts.value(field).trimmed();
        if (const EndpointFault fault = checkEndpoint(address); has(address) && fault != EndpointFault::None)
            result.insert(field, faultOf(fault));
    }
    return result;
}

bool asksForEndpoints(const Provider &provider, const AccountSettings &settings)
{
    return provider.endpointsEditable || settings.endpoints != Endpoints{};
}

} // namespace framekey
