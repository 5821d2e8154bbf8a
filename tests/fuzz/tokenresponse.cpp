// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The token endpoint's answer (RFC 6749 5), its Retry-After header on the first line (F13 to F19).
#include "oauth/tokenresponse.h"

#include "fuzzbytes.h"

#include <algorithm>

using namespace framekey;

namespace
{

bool isPrintable(const Secret &token)
{
    const QByteArray &text = token.reveal();
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= 0x21 && c <= 0x7e; });
}

void check(const TokenResponse &response)
{
    test::mustHold(isPrintable(response.accessToken), "an access token is printable (T7)");
    test::mustHold(!response.refreshToken || isPrintable(*response.refreshToken), "so is a refresh token");
    test::mustHold(!response.expiresIn ||
                       (response.expiresIn->count() >= 0 && response.expiresIn->count() <= 86400),
                   "a lifetime is within a day (F19)");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = test::bytes(data, size);
    const qsizetype line = text.indexOf('\n');
    HttpAnswer answer{.status = 200,
                      .contentType = "application/json",
                      .retryAfter = text.left(std::max(line, qsizetype(0))),
                      .body = text.mid(line + 1)};
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1764115200, Qt::UTC);
    for (const int status : {200, 400, 503}) {
        answer.status = status;
        const auto response = parseTokenResponse(answer, Failure::Stage::Refresh, now);
        if (response) {
            test::mustHold(status == 200, "only a 200 brings tokens");
            check(*response);
            continue;
        }
        const Failure &failure = response.error();
        test::mustHold(failure.kind != Failure::Kind::Expired || status == 400,
                       "only a 4xx is a verdict (F10)");
        test::mustHold(failure.serverCode.size() <= 64, "a server's code is at most 64 characters");
        test::mustHold(!failure.retryAfter || failure.retryAfter->count() <= 3600,
                       "a wait is an hour at most (F6)");
    }
    return 0;
}
