// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/tokenstore.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <chrono>

namespace framekey::test
{

/// A keychain in memory that can be told to fail, to be slow, or to keep its answers back. What it was asked
/// for stands in its journal. Answers come from the event loop, in the order of the calls, and die with it.
class MemoryTokenStore : public TokenStore
{
public:
    enum class Operation { Read, Write, Remove, Probe };

    void read(const QString &key, Read answer) override;
    void write(const QString &key, const Secret &value, Done answer) override;
    void remove(const QString &key, Done answer) override;
    void probe(Done answer) override;

    /// This operation fails `times` times; -1: until `heal`. A failed write keeps nothing, a failed removal
    /// removes nothing.
    void fail(Operation operation, Failure::Detail detail = Failure::Detail::KeychainLocked, int times = -1);
    /// A write keeps another text than it was given, and says so, since it reads back. Until `heal`.
    void mangle() { m_mangling = true; }
    void heal();
    /// Carried out at once, answered after this (real) time.
    void setDelay(std::chrono::milliseconds delay) { m_delay = delay; }
    /// Answers are kept back, in their order, until `release`.
    void hold() { m_holding = true; }
    void release();
    [[nodiscard]] qsizetype held() const { return m_held.size(); }

    [[nodiscard]] QByteArray item(const QString &key) const { return m_items.value(key); }
    [[nodiscard]] bool contains(const QString &key) const { return m_items.contains(key); }
    void put(const QString &key, const QByteArray &value) { m_items.insert(key, value); }
    [[nodiscard]] qsizetype itemCount() const { return m_items.size(); }
    /// "write work/tokens", one entry a call.
    [[nodiscard]] const QStringList &journal() const { return m_journal; }

private:
    struct Fault {
        Failure::Detail detail = Failure::Detail::KeychainLocked;
        int times = 0;
    };
    [[nodiscard]] Outcome<void> attempt(Operation operation, const QString &key);
    void answerLater(std::function<void()> answer);

    QHash<QString, QByteArray> m_items;
    QHash<Operation, Fault> m_faults;
    QStringList m_journal;
    QList<std::function<void()>> m_held;
    std::chrono::milliseconds m_delay{};
    bool m_holding = false;
    bool m_mangling = false;
    QObject m_context; // last: with it go the answers that have not come yet
};

} // namespace framekey::test
