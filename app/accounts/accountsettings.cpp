// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountsettings.h"

#include "oauth/printabletext.h"
#include "oauth/redirecturi.h"
#include "oauth/scope.h"

#include <QFileInfo>
#include <QSslCertificate>

#include <algorithm>

namespace framekey
{

namespace
{

AccountFault faultOf(RedirectUri::Fault fault)
{
    switch (fault) {
    case RedirectUri::Fault::Blank:
        return AccountFault::Blank;
    case RedirectUri::Fault::UserInfo:
        return AccountFault::UserInfo;
    case RedirectUri::Fault::Fragment:
        return AccountFault::Fragment;
    case RedirectUri::Fault::Query:
        return AccountFault::Query;
    case RedirectUri::Fault::HttpElsewhere:
        return AccountFault::HttpElsewhere;
    case RedirectUri::Fault::UnknownScheme:
        return AccountFault::UnknownScheme;
    case RedirectUri::Fault::Port:
        return AccountFault::Port;
    case RedirectUri::Fault::Malformed:
        break;
    }
    return AccountFault::Malformed;
}

void checkText(AccountFaults &faults, AccountField field, const QString &text)
{
    if (text.trimmed().isEmpty())
        faults.insert(field, AccountFault::Blank);
    else if (!isPrintable(text))
        faults.insert(field, AccountFault::ControlCharacter);
}

void checkAddress(AccountFaults &faults, AccountField field, const QUrl &url, bool required)
{
    if (url.isEmpty() && !required)
        return;
    // Of an address that could not be read QUrl keeps no text to check.
    const bool unreadable = !url.isEmpty() && !url.isValid();
    const auto fault =
        unreadable ? EndpointFault::Malformed : checkEndpoint(url.toString(QUrl::FullyEncoded));
    if (fault != EndpointFault::None)
        faults.insert(field, faultOf(fault));
}

void checkCaFile(AccountFaults &faults, const QString &path)
{
    if (path.isEmpty())
        return;
    if (!QFileInfo(path).isReadable())
        faults.insert(AccountField::CaFile, AccountFault::NotFound);
    else if (QSslCertificate::fromPath(path).isEmpty())
        faults.insert(AccountField::CaFile, AccountFault::NotACertificate);
}

QUrl either(const QUrl &own, const QUrl &providers)
{
    return own.isEmpty() ? providers : own;
}

QUrl under(const QUrl &base, const QUrl &relative)
{
    return relative.isEmpty() ? QUrl() : base.resolved(relative);
}

} // namespace

AccountFault faultOf(EndpointFault fault)
{
    switch (fault) {
    case EndpointFault::Blank:
        return AccountFault::Blank;
    case EndpointFault::NotHttps:
        return AccountFault::NotHttps;
    case EndpointFault::UserInfo:
        return AccountFault::UserInfo;
    case EndpointFault::Fragment:
        return AccountFault::Fragment;
    case EndpointFault::Malformed:
    case EndpointFault::None:
        break;
    }
    return AccountFault::Malformed;
}

AccountFaults checkAccount(const AccountSettings &settings, const Provider *provider, bool secretIsAtHand)
{
    AccountFaults faults;
    if (!provider)
        faults.insert(AccountField::Provider, AccountFault::Unknown);
    checkText(faults, AccountField::Name, settings.name);
    checkText(faults, AccountField::ClientId, settings.clientId);
    if (settings.clientAuthentication == ClientAuthentication::Basic && !secretIsAtHand)
        faults.insert(AccountField::ClientSecret, AccountFault::Blank);
    if (const auto redirect = RedirectUri::parse(settings.redirectUri); !redirect)
        faults.insert(AccountField::RedirectUri, faultOf(redirect.error()));
    if (!std::ranges::all_of(settings.scopes, isScopeToken))
        faults.insert(AccountField::Scopes, AccountFault::NotAScope);
    const bool required = provider && provider->endpointsEditable;
    checkAddress(faults, AccountField::AuthorizationEndpoint, settings.endpoints.authorization, required);
    checkAddress(faults, AccountField::TokenEndpoint, settings.endpoints.token, required);
    checkAddress(faults, AccountField::RevocationEndpoint, settings.endpoints.revocation, false);
    checkAddress(faults, AccountField::ApiEndpoint, settings.endpoints.api, false);
    checkCaFile(faults, settings.caFile);
    return faults;
}

ClientRegistration registrationFor(const AccountSettings &settings, const Provider &provider,
                                   const QUrl &local)
{
    const Endpoints &own = settings.endpoints;
    Endpoints theirs = provider.endpoints;
    if (provider.runsLocally) {
        theirs = {.authorization = under(local, theirs.authorization),
                  .token = under(local, theirs.token),
                  .revocation = under(local, theirs.revocation),
                  .api = under(local, theirs.api)};
    }
    return {.clientId = settings.clientId,
            .authentication = settings.clientAuthentication,
            .redirectUri = settings.redirectUri,
            .redirectCertificate = settings.redirectCertificate,
            .requestedScope = settings.scopes,
            .endpoints = {.authorization = either(own.authorization, theirs.authorization),
                          .token = either(own.token, theirs.token),
                          .revocation = either(own.revocation, theirs.revocation),
                          .api = either(own.api, theirs.api)},
            .issuer = settings.issuer.isEmpty() ? provider.issuer : settings.issuer,
            .caFile = settings.caFile,
            .quirks = provider.quirks,
            .accountRefusedCauses = provider.accountRefusedCauses,
            .unusedDays = provider.unusedDays};
}

AccountSettings newAccount(const Provider &provider)
{
    AccountSettings settings;
    settings.name = provider.name;
    settings.provider = provider.id;
    settings.clientId = provider.defaultClientId;
    settings.redirectUri = provider.defaultRedirectUri;
    settings.scopes = provider.defaultScope;
    return settings;
}

} // namespace framekey
