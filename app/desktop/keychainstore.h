// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/tokenstore.h"

#include <QObject>
#include <QSemaphore>
#include <QThread>

#include <map>
#include <memory>

namespace framekey
{

class KeychainWorker;

/// The desktop's keychain through QtKeychain: Secret Service or KWallet. All of it runs on one thread of its
/// own with an event loop, since QtKeychain can block its caller for many seconds (KWallet); a job that hangs
/// is given up on for its result only and never freed while it runs. One in a program: QtKeychain's queue
/// lives on the thread that used it first, and stands still for good when that has ended.
class KeychainStore : public QObject, public TokenStore
{
    Q_OBJECT

public:
    /// `service` keeps installed, practising and tested Framekeys apart: "framekey".
    explicit KeychainStore(const QString &service, QObject *parent = nullptr);
    ~KeychainStore() override;

    /// The first job loads a dozen libraries of the keyring's: it waits for this, half a second at most, so
    /// that the window's first drawing goes before it.
    void begin();

    void read(const QString &key, Read answer) override;
    void write(const QString &key, const Secret &value, Done answer) override;
    void remove(const QString &key, Done answer) override;
    void probe(Done answer) override;

    /// False while something is being written or read; the program does not end before `idle`.
    [[nodiscard]] bool isIdle() const { return m_waiting.empty(); }

Q_SIGNALS:
    void idle();

private:
    quint64 enlist(Read answer);
    void answer(quint64 ticket, const Outcome<std::optional<Secret>> &outcome);

    std::shared_ptr<QSemaphore> m_mayBegin; ///< also the thread's
    QThread *m_thread;        ///< not owned where it hangs at the end: it is left to the process's end
    KeychainWorker *m_worker; ///< lives on the thread
    std::map<quint64, Read> m_waiting;
    quint64 m_lastTicket = 0;
};

} // namespace framekey
