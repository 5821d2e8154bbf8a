// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An access token that may be a JWT: what it says was granted is shown, and trusted for nothing.
#include "oauth/tokenpayload.h"

#include "fuzzbytes.h"
#include "fuzzchecks.h"

#include <QList>

using namespace framekey;

namespace
{

void check(const QStringList &scope, const QByteArray &token)
{
    const QList<QByteArray> parts = token.split('.');
    test::mustHold(parts.size() == 3, "only a token of three parts is read");
    test::mustHold(parts[1].size() <= 16384, "no payload is longer than 16 KiB");
    test::mustHold(!scope.isEmpty() && scope.size() <= 100, "a scope has a token, and 100 at most");
    for (const QString &word : scope) {
        test::mustHold(test::isShownScope(word),
                       "a scope token is at most 128 characters of its alphabet (T7)");
        test::mustHold(scope.count(word) == 1, "and is named once");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = test::bytes(data, size);
    // As it comes, and as the payload of one, which a fuzzer would not find by itself.
    const QByteArray jwt =
        "e30." + text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + ".c2ln";
    for (const QByteArray &token : {text, jwt}) {
        if (const auto scope = payloadScope(Secret(token)))
            check(*scope, token);
    }
    return 0;
}
