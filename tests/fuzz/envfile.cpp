// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A `.env` that somebody was sent.
#include "accounts/envfile.h"
#include "accounts/envaccount.h"

#include "fuzzbytes.h"

using namespace framekey;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const ProviderCatalogue catalogue = ProviderCatalogue::builtIn();
    const auto names = parseEnv(test::bytes(data, size));
    if (!names)
        return 0;
    const auto account = accountFromEnv(*names, catalogue);
    if (!account)
        return 0;
    test::mustHold(!account->settings.clientId.isEmpty(), "an account has a client ID");
    test::mustHold(catalogue.find(account->settings.provider) != nullptr, "and a provider that there is");
    return 0;
}
