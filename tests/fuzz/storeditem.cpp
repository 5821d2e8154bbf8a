// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The keychain's items, as a keychain, another version or another program leaves them (F40, F60).
#include "session/storeditem.h"

#include "fakeclock.h"
#include "fuzzbytes.h"
#include "fuzzchecks.h"

using namespace framekey;

namespace
{

void checkFailure(const Failure &failure)
{
    test::mustHold(failure.kind == Failure::Kind::Storage && failure.stage == Failure::Stage::Storage,
                   "an item that cannot be read is the keychain's fault, never a sign-out");
    test::mustHold(failure.detail == Failure::Detail::WrongAnswer ||
                       failure.detail == Failure::Detail::KeychainNewer,
                   "it is broken or newer (F60)");
}

void checkLine(const Secret &item)
{
    test::mustHold(std::ranges::all_of(item.reveal(), [](char c) { return c >= 0x20 && c < 0x7f; }),
                   "what is written is one line of ASCII (F40)");
}

void checkTokens(const StoredTokens &stored, const Clock &clock)
{
    const TokenSet &tokens = stored.tokens;
    test::mustHold(tokens.refreshToken || !tokens.accessToken.isEmpty(), "an item has a token");
    for (const Secret &token : {tokens.refreshToken.value_or(Secret()), tokens.accessToken})
        test::mustHold(token.isEmpty() || test::isVisibleAscii(token.reveal()),
                       "a token is visible ASCII (T7)");
    test::mustHold(tokens.issuedAt.isValid() && tokens.issuedAt.timeSpec() == Qt::UTC, "it has its time");
    test::mustHold(tokens.age(clock).count() >= 0, "it is never younger than new");
    test::mustHold(tokens.lifetime.count() >= 0 && tokens.lifetime.count() <= 86400,
                   "a lifetime is within a day, as every answer's (F19)");

    const Secret item = stored.toItem();
    checkLine(item);
    const auto again = StoredTokens::fromItem(item, clock);
    test::mustHold(again.has_value(), "what is written can be read");
    test::mustHold(again->tokens.refreshToken == tokens.refreshToken &&
                       again->tokens.issuedAt == tokens.issuedAt && again->tokens.lifetime == tokens.lifetime,
                   "nothing that counts is lost by keeping it");
    test::mustHold(tokens.refreshToken || again->tokens.accessToken == tokens.accessToken,
                   "nor an access token that is alone");
    test::mustHold(again->toItem() == item, "and it stays as it is from then on");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const test::FakeClock clock;
    const Secret item(test::bytes(data, size));
    if (const auto stored = StoredTokens::fromItem(item, clock))
        checkTokens(*stored, clock);
    else
        checkFailure(stored.error());

    const auto secret = StoredClientSecret::fromItem(item);
    if (!secret) {
        checkFailure(secret.error());
        return 0;
    }
    checkLine(secret->toItem());
    const auto again = StoredClientSecret::fromItem(secret->toItem());
    test::mustHold(again && again->clientSecret == secret->clientSecret, "a secret comes back byte for byte");
    return 0;
}
