// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tokenkeeper.h"

namespace framekey
{

TokenKeeper::TokenKeeper(const QString &accountId, TokenStore &store, Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_item(tokensKey(accountId), store, clock)
{
    connect(&m_item, &ItemKeeper::problemChanged, this, &TokenKeeper::problemChanged);
    connect(&m_item, &ItemKeeper::forgotten, this, &TokenKeeper::forgotten);
}

void TokenKeeper::load(Loaded answer)
{
    m_item.read([this, answer = std::move(answer)](const Outcome<std::optional<Secret>> &item) {
        if (!item) {
            answer(std::unexpected(item.error()));
            return;
        }
        if (!*item) {
            answer(std::optional<StoredTokens>());
            return;
        }
        const auto stored = StoredTokens::fromItem(**item, m_clock);
        // F60 in docs/threats.md: what a newer Framekey wrote stays as it is.
        const bool newer = !stored && stored.error().detail == Failure::Detail::KeychainNewer;
        m_item.setUntouchable(newer ? std::optional(stored.error()) : std::nullopt);
        if (stored)
            answer(std::optional(*stored));
        else
            answer(std::unexpected(stored.error()));
    });
}

void TokenKeeper::keep(const StoredTokens &tokens, ItemKeeper::Done done)
{
    m_item.keep(tokens.toItem(), std::move(done));
}

} // namespace framekey
