// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/failure.h"
#include "oauth/secret.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace QKeychain
{
class Job;
}

namespace framekey
{

/// The keychain's side of `KeychainStore`, on its own thread: chains of QtKeychain jobs, each answered by its
/// ticket.
class KeychainWorker : public QObject
{
    Q_OBJECT

public:
    using Result = Outcome<std::optional<Secret>>;

    explicit KeychainWorker(const QString &service);

    void read(quint64 ticket, const QString &key);
    void write(quint64 ticket, const QString &key, const Secret &value);
    void remove(quint64 ticket, const QString &key);
    void probe(quint64 ticket);

Q_SIGNALS:
    void answered(quint64 ticket, const framekey::Outcome<std::optional<framekey::Secret>> &outcome);

protected:
    using Next = std::function<void(const Result &)>;

    // One job of QtKeychain each, believed in nothing but that it failed.
    virtual void runRead(const QString &key, Next next);
    virtual void runWrite(const QString &key, const Secret &value, Next next);
    virtual void runDelete(const QString &key, Next next);

private:
    void runWriteAndReadBack(const QString &key, const Secret &value, Next next);
    void runProbe(Next next);

    QString m_service;
    /// Those that are under way. Their keys are used again: who is killed in one, or whose keyring is, leaves
    /// its item behind for the next.
    QSet<int> m_probing;
};

} // namespace framekey
