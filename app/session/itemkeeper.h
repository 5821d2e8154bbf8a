// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/clock.h"
#include "session/tokenstore.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace framekey
{

/// Keeps one item in the keychain. A write or removal that fails is tried again (after 1, 5, 30 and then
/// every 120 s), and `problem` stands until a read-back equalled what was written.
class ItemKeeper : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void()>;
    using Forgotten = std::function<void(const Outcome<void> &)>;

    ItemKeeper(QString key, TokenStore &store, Clock &clock, QObject *parent = nullptr);

    void read(TokenStore::Read answer);
    /// `done` comes when the keychain has answered, well or not.
    void keep(const Secret &item, Done done);
    /// Answers whether the item is gone.
    void forget(Forgotten done);
    /// Asks whether the keychain can be written to, before anything depends on it.
    void probe(Done done);
    /// Tries what failed again now.
    void retryNow();
    /// What was to be written is of no use any more.
    void giveUp();
    /// Given, the item is somebody else's: it is neither overwritten nor removed, and this is why.
    void setUntouchable(const std::optional<Failure> &why) { m_untouchable = why; }

    /// True until what was to be kept is.
    [[nodiscard]] bool isUnwritten() const { return m_unwritten.has_value(); }
    /// True from `forget` until the keychain has let it go.
    [[nodiscard]] bool isUnremoved() const { return m_unremoved; }
    [[nodiscard]] const std::optional<Failure> &problem() const { return m_problem; }

Q_SIGNALS:
    void problemChanged();
    /// The keychain has let the item go, be it at a later try.
    void forgotten();

private:
    void write(const Secret &item, Done done);
    void remove(Forgotten done);
    void retryLater();
    void setProblem(const std::optional<Failure> &problem);

    QString m_key;
    TokenStore &m_store;
    std::unique_ptr<Alarm> m_retry;
    std::optional<Secret> m_unwritten;
    bool m_unremoved = false; ///< forgotten here, still in the keychain
    std::optional<Failure> m_problem;
    std::optional<Failure> m_untouchable;
    std::size_t m_retries = 0;
    quint64 m_generation = 0; ///< answers for an older item are not news
};

} // namespace framekey
