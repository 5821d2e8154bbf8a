// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "memorytokenstore.h"
#include "samples.h"
#include "session/tokenlife.h"
#include "testcase.h"

namespace framekey::test
{

/// A TokenLife with everything round it made of doubles, and what it answered.
class TokenLifeFixture
{
public:
    TokenLifeFixture() { life.setClient(clientOf(server), Secret()); }

    void adopt(const TokenSet &tokens)
    {
        bool adopted = false;
        life.adopt(tokens, [&adopted] { adopted = true; });
        QTRY_VERIFY(adopted);
    }

    void ask(std::chrono::seconds minValid = std::chrono::seconds(0))
    {
        life.withAccessToken(minValid, [this](const Outcome<AccessToken> &outcome) {
            if (outcome)
                given.append(outcome->token.reveal());
            else
                refused.append(outcome.error());
        });
    }

    void putStored(const TokenSet &tokens, const Binding &binding)
    {
        store.put(key(), StoredTokens{.tokens = tokens, .binding = binding}.toItem().reveal());
    }

    [[nodiscard]] qsizetype posts() const { return server.requests().size(); }
    [[nodiscard]] static QString key() { return tokensKey(QStringLiteral("work")); }

    QList<QByteArray> given;
    QList<Failure> refused;
    FakeClock clock;
    MemoryTokenStore store;
    ScriptedServer server;
    TokenLife life{QStringLiteral("work"), store, clock};
};

} // namespace framekey::test
