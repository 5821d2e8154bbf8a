// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A `.env` that somebody was sent.
#include "accounts/envfile.h"
#include "accounts/envaccount.h"
#include "oauth/redirecturi.h"

#include "fuzzbytes.h"
#include "fuzzchecks.h"

using namespace framekey;

namespace
{

void check(const EnvAccount &account, const Provider &provider)
{
    const AccountSettings &settings = account.settings;
    test::mustHold(test::isShownLine(settings.clientId, 65536) && !settings.clientId.trimmed().isEmpty(),
                   "an account has a client ID, of one line");
    const Endpoints &own = settings.endpoints;
    for (const QUrl &endpoint : {own.authorization, own.token, own.revocation, own.api})
        test::mustHold(endpoint.isEmpty() || test::isSafeAddress(endpoint),
                       "an endpoint is https, or on this computer, with no user and no fragment (T8)");
    test::mustHold(provider.endpointsEditable || (own.authorization.isEmpty() && own.token.isEmpty()),
                   "a provider that is known signs in at its own addresses");
    test::mustHold(RedirectUri::parse(settings.redirectUri).has_value(), "the redirect can be awaited");
    for (const QString &scope : settings.scopes)
        test::mustHold(test::isVisibleAscii(scope.toUtf8()) && !scope.contains(u'"') &&
                           !scope.contains(u'\\'),
                       "a scope is one that may be sent");
    test::mustHold(!account.clientSecret || !account.clientSecret->reveal().trimmed().isEmpty(),
                   "a secret that is named is there");
    const AccountFaults faults = checkAccount(settings, &provider);
    for (const AccountField field : account.named)
        test::mustHold(!faults.contains(field), "the form has nothing against what the file names");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const ProviderCatalogue catalogue = ProviderCatalogue::builtIn();
    const auto names = parseEnv(test::bytes(data, size));
    if (!names)
        return 0;
    const auto account = accountFromEnv(*names, catalogue);
    if (!account)
        return 0;
    const Provider *provider = catalogue.find(account->settings.provider);
    test::mustHold(provider != nullptr, "an account has a provider that there is");
    check(*account, *provider);
    return 0;
}
