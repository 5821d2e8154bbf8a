// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A provider's data: built in, and still read as if it were not.
#include "frameio/provider.h"
#include "oauth/redirecturi.h"

#include "fuzzbytes.h"
#include "fuzzchecks.h"

using namespace framekey;

namespace
{

void checkEndpoints(const Provider &provider)
{
    const Endpoints &its = provider.endpoints;
    const QUrl local(QStringLiteral("http://127.0.0.1:8910"));
    for (const QUrl &endpoint : {its.authorization, its.token, its.revocation, its.api}) {
        const bool isRelative = provider.runsLocally && endpoint.isRelative();
        test::mustHold(endpoint.isEmpty() || isRelative || test::isSafeAddress(endpoint),
                       "an endpoint is https, or on this computer, with no user and no fragment (T8)");
        test::mustHold(!isRelative || local.resolved(endpoint).authority() == local.authority(),
                       "what is served here leads nowhere else");
    }
    test::mustHold(!its.token.isEmpty() || provider.runsLocally || provider.endpointsEditable,
                   "a service has a token endpoint");
    test::mustHold(provider.consoleUrl.isEmpty() || test::isSafeAddress(QUrl(provider.consoleUrl)),
                   "the console a person is sent to is https");
}

void checkScopes(const Provider &provider)
{
    for (const QList<ScopeWords> &list : {provider.catalogue, provider.addedScopes}) {
        for (const ScopeWords &scope : list)
            test::mustHold(test::isShownScope(scope.token) && !scope.words.isEmpty(), "a scope has words");
    }
    for (const QString &scope : provider.defaultScope)
        test::mustHold(test::isShownScope(scope), "a default scope is one that may be sent");
    test::mustHold(provider.offlineScope.isEmpty() || test::isShownScope(provider.offlineScope),
                   "so is the one that asks for a refresh token");
}

void checkRedirects(const Provider &provider)
{
    test::mustHold(RedirectUri::parse(provider.defaultRedirectUri).has_value(),
                   "the default redirect can be awaited");
    for (const CredentialType &type : provider.credentialTypes) {
        test::mustHold(!type.id.isEmpty() && !type.name.isEmpty(), "a credential type has an id and a name");
        test::mustHold(type.redirectUri.isEmpty() || RedirectUri::parse(type.redirectUri).has_value(),
                       "its redirect can be awaited");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto provider = ProviderCatalogue::parse(test::bytes(data, size));
    if (!provider) {
        test::mustHold(!provider.error().isEmpty(), "a fault names its field");
        return 0;
    }
    test::mustHold(!provider->id.isEmpty() && !provider->name.isEmpty(), "a provider has an id and a name");
    test::mustHold(provider->unusedDays >= 0 && provider->unusedDays <= 3650,
                   "unused days are within ten years");
    checkEndpoints(*provider);
    checkScopes(*provider);
    checkRedirects(*provider);
    for (const RefusalCause &cause : provider->accountRefusedCauses) {
        test::mustHold(cause.status == 401 || cause.status == 403, "a refusal is a 401 or a 403");
        test::mustHold(cause.helpUrl.isEmpty() || test::isSafeAddress(QUrl(cause.helpUrl)),
                       "where help is, is https");
    }
    return 0;
}
