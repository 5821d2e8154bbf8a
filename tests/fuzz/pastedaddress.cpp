// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person pastes, and what a desktop hands over (RFC 8252 7.1).
#include "oauth/pastedaddress.h"
#include "oauth/redirectaddress.h"

#include "fuzzbytes.h"
#include "fuzzchecks.h"

using namespace framekey;

namespace
{

const QString native = QStringLiteral("adobe+0123456789://adobeid/client");
const ExpectedResponse expected{.state = "the-state", .issuer = QStringLiteral("https://as.example")};

void checkVetted(const AuthorizationResponse &response)
{
    const auto vetted = vetAuthorizationResponse(response, expected);
    const bool isOurs = response.state == "the-state" && response.issuer == "https://as.example";
    const bool saysSomething = (response.error && !response.error->isEmpty()) ||
                               (response.code && test::isVisibleAscii(response.code->reveal()));
    test::mustHold(vetted.has_value() == (isOurs && saysSomething),
                   "what has the awaited state and issuer is taken, and nothing else (T2)");
    if (!vetted)
        return;
    const bool isRefusal = response.error && !response.error->isEmpty();
    test::mustHold(vetted->has_value() != isRefusal, "a refusal brings no code");
    if (isRefusal)
        test::checkServerCode(vetted->error());
    else
        test::mustHold(**vetted == *response.code, "the code is the one that stands there");
}

void checkPasted(const QString &text)
{
    const PastedAddress pasted =
        parsePastedAddress(text, native, {Secret("client-id"), Secret("client-secret")});
    if (pasted.code || !pasted.readings.isEmpty())
        test::mustHold(text.size() <= longestPaste, "no paste is longer than the longest");
    if (pasted.code) {
        test::mustHold(test::isVisibleAscii(pasted.code->reveal()), "a code is visible ASCII");
        test::mustHold(pasted.code->reveal() != "client-secret", "the client's secret is no code");
    }
    for (const AuthorizationResponse &reading : pasted.readings)
        checkVetted(reading);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = test::bytes(data, size);
    checkPasted(QString::fromUtf8(text));
    if (const auto response = parseRedirectAddress(text, native)) {
        test::mustHold(text.size() <= longestRedirectAddress, "no address is longer than the longest");
        test::mustHold(text.toLower().startsWith("adobe+0123456789:"), "only the awaited scheme is taken");
        test::mustHold(text.mid(16).startsWith("://adobeid/client?"), "to the awaited place");
        checkVetted(*response);
    }
    return 0;
}
