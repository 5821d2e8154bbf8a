// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// accounts.json, as a person, another version or a bad disk leaves it (F42).
#include "accounts/accountsdocument.h"

#include "fuzzbytes.h"

using namespace framekey;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto document = parseAccounts(test::bytes(data, size));
    if (!document)
        return 0;
    const auto again = parseAccounts(formatAccounts(*document));
    test::mustHold(again.has_value(), "what is written can be read");
    test::mustHold(again->accounts == document->accounts, "nothing is lost by saving");
    test::mustHold(again->defaultName == document->defaultName, "nor is the default");
    return 0;
}
