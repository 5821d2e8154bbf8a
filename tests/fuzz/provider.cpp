// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A provider's data: built in, and still read as if it were not.
#include "frameio/provider.h"

#include "fuzzbytes.h"

using namespace framekey;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto provider = ProviderCatalogue::parse(test::bytes(data, size));
    if (provider)
        test::mustHold(!provider->id.isEmpty() && !provider->name.isEmpty(),
                       "a provider has an id and a name");
    else
        test::mustHold(!provider.error().isEmpty(), "a fault names its field");
    return 0;
}
