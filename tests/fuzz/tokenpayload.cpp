// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An access token that may be a JWT: what it says was granted is shown, and trusted for nothing.
#include "oauth/tokenpayload.h"

#include "fuzzbytes.h"

using namespace framekey;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = test::bytes(data, size);
    // As it comes, and as the payload of one, which a fuzzer would not find by itself.
    const QByteArray jwt =
        "e30." + text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".c2ln";
    for (const QByteArray &token : {text, jwt}) {
        const auto scope = payloadScope(Secret(token));
        for (const QString &word : scope.value_or(QStringList()))
            test::mustHold(!word.isEmpty(), "a scope token is not empty");
    }
    return 0;
}
