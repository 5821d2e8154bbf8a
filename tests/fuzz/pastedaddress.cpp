// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person pastes, and what a desktop hands over (RFC 8252 7.1).
#include "oauth/pastedaddress.h"
#include "oauth/redirectaddress.h"

#include "fuzzbytes.h"

using namespace framekey;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = test::bytes(data, size);
    const QString native = QStringLiteral("adobe+0123456789://adobeid/client");
    const PastedAddress pasted =
        parsePastedAddress(QString::fromUtf8(text), native, {Secret("client-id"), Secret("client-secret")});
    if (pasted.code) {
        test::mustHold(!pasted.code->isEmpty(), "a code is not empty");
        test::mustHold(pasted.code->reveal() != "client-secret", "the client's secret is no code");
    }
    for (const AuthorizationResponse &reading : pasted.readings)
        static_cast<void>(vetAuthorizationResponse(reading, {.state = "the-state", .issuer = native}));
    if (parseRedirectAddress(text, native)) {
        test::mustHold(text.size() <= longestRedirectAddress, "no address is longer than the longest");
        test::mustHold(text.toLower().startsWith("adobe+0123456789:"), "only the awaited scheme is taken");
    }
    return 0;
}
