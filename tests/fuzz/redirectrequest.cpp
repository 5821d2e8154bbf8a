// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The head of a request that a browser, or whoever finds the port, sends to the redirect's listener (T2, T11,
// F34).
#include "oauth/redirectrequest.h"

#include "fuzzbytes.h"

using namespace framekey;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray head = test::bytes(data, size);
    const auto response = parseRedirectRequest(head, {.path = "/callback", .host = "127.0.0.1:8910"});
    if (!response)
        return 0;
    test::mustHold(head.size() <= longestRequestHead, "no head is longer than the longest");
    test::mustHold(head.startsWith("GET /callback"), "only the registered path is taken");
    test::mustHold(head.contains("127.0.0.1:8910"), "only the listener's own host is taken");
    const auto vetted = vetAuthorizationResponse(*response, {.state = "the-state", .issuer = {}});
    test::mustHold(!vetted || head.contains("state="), "without a state nothing is taken");
    return 0;
}
