// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/keychainstore.h"

#include "desktop/keychainworker.h"

#include <QTimer>

#include <chrono>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr auto answerWithin = 10s;
constexpr unsigned long endWithinMs = 2000;
constexpr int beginWithinMs = 500;

TokenStore::Read withoutValue(TokenStore::Done done)
{
    return [done = std::move(done)](const Outcome<std::optional<Secret>> &outcome) {
        done(outcome ? Outcome<void>() : std::unexpected(outcome.error()));
    };
}

} // namespace

KeychainStore::KeychainStore(const QString &service, QObject *parent)
    : QObject(parent)
    , m_mayBegin(std::make_shared<QSemaphore>())
    , m_thread(new QThread)
    , m_worker(new KeychainWorker(service))
{
    m_thread->setObjectName(QStringLiteral("keychain"));
    m_worker->moveToThread(m_thread);
    connect(m_thread, &QThread::started, m_worker,
            [mayBegin = m_mayBegin] { mayBegin->tryAcquire(1, beginWithinMs); });
    connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &KeychainWorker::answered, this, &KeychainStore::answer);
    m_thread->start();
}

KeychainStore::~KeychainStore()
{
    begin();
    m_thread->quit();
    if (m_thread->wait(endWithinMs))
        delete m_thread;
}

void KeychainStore::begin()
{
    m_mayBegin->release();
}

quint64 KeychainStore::enlist(Read answer)
{
    const quint64 ticket = ++m_lastTicket;
    m_waiting.emplace(ticket, std::move(answer));
    QTimer::singleShot(answerWithin, this, [this, ticket] {
        this->answer(ticket, std::unexpected(Failure{.stage = Failure::Stage::Storage,
                                                     .kind = Failure::Kind::Storage,
                                                     .detail = Failure::Detail::KeychainSlow}));
    });
    return ticket;
}

void KeychainStore::answer(quint64 ticket, const Outcome<std::optional<Secret>> &outcome)
{
    auto waiting = m_waiting.extract(ticket);
    if (waiting.empty())
        return;
    waiting.mapped()(outcome);
    if (isIdle())
        Q_EMIT idle();
}

void KeychainStore::read(const QString &key, Read answer)
{
    const quint64 ticket = enlist(std::move(answer));
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, ticket, key] { worker->read(ticket, key); });
}

void KeychainStore::write(const QString &key, const Secret &value, Done answer)
{
    const quint64 ticket = enlist(withoutValue(std::move(answer)));
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, ticket, key, value] { worker->write(ticket, key, value); });
}

void KeychainStore::remove(const QString &key, Done answer)
{
    const quint64 ticket = enlist(withoutValue(std::move(answer)));
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, ticket, key] { worker->remove(ticket, key); });
}

void KeychainStore::probe(Done answer)
{
    const quint64 ticket = enlist(withoutValue(std::move(answer)));
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, ticket] { worker->probe(ticket); });
}

} // namespace framekey
