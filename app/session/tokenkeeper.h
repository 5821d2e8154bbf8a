// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/clock.h"
#include "session/storeditem.h"
#include "session/tokenstore.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace framekey
{

/// Keeps one account's tokens in the keychain. Where that fails the sign-in goes on in memory, the write is
/// tried again (after 1, 5, 30 and then every 120 s), and `problem` stands until a read-back equalled what
/// was written.
class TokenKeeper : public QObject
{
    Q_OBJECT

public:
    using Loaded = std::function<void(const Outcome<std::optional<StoredTokens>> &)>;
    using Done = std::function<void()>;

    TokenKeeper(const QString &accountId, TokenStore &store, Clock &clock, QObject *parent = nullptr);

    void load(Loaded answer);
    /// `done` comes when the keychain has answered, well or not.
    void keep(const StoredTokens &tokens, Done done);
    /// Answers whether the item is gone.
    void forget(std::function<void(const Outcome<void> &)> done);
    /// Asks whether the keychain can be written to, before anything depends on it.
    void probe(Done done);
    /// Tries a write that failed again now.
    void retryNow();

    [[nodiscard]] const std::optional<Failure> &problem() const { return m_problem; }

Q_SIGNALS:
    void problemChanged();

private:
    void write(const Secret &item, Done done);
    void setProblem(const std::optional<Failure> &problem);
    void remove(std::function<void(const Outcome<void> &)> done);
    void retryLater();

    QString m_key;
    TokenStore &m_store;
    Clock &m_clock;
    std::unique_ptr<Alarm> m_retry;
    std::optional<Secret> m_unwritten;
    bool m_unremoved = false; ///< forgotten here, still in the keychain
    std::optional<Failure> m_problem;
    std::size_t m_retries = 0;
    quint64 m_generation = 0; ///< answers for an older item are not news
    bool m_newer = false;     ///< the item is a newer Framekey's: never overwritten
};

} // namespace framekey
