// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/itemkeeper.h"
#include "session/storeditem.h"

#include <QObject>

#include <functional>
#include <optional>

namespace framekey
{

/// Keeps one account's tokens in the keychain. Where that fails the sign-in goes on in memory and the write
/// is tried again as ItemKeeper says. An item that a newer Framekey wrote is never touched.
class TokenKeeper : public QObject
{
    Q_OBJECT

public:
    using Loaded = std::function<void(const Outcome<std::optional<StoredTokens>> &)>;

    TokenKeeper(const QString &accountId, TokenStore &store, Clock &clock, QObject *parent = nullptr);

    void load(Loaded answer);
    void keep(const StoredTokens &tokens, ItemKeeper::Done done);
    void forget(ItemKeeper::Forgotten done) { m_item.forget(std::move(done)); }
    void probe(ItemKeeper::Done done) { m_item.probe(std::move(done)); }
    void retryNow() { m_item.retryNow(); }

    [[nodiscard]] bool isUnremoved() const { return m_item.isUnremoved(); }
    [[nodiscard]] const std::optional<Failure> &problem() const { return m_item.problem(); }

Q_SIGNALS:
    void problemChanged();
    /// See ItemKeeper.
    void forgotten();

private:
    Clock &m_clock;
    ItemKeeper m_item;
};

} // namespace framekey
