// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/keychainworker.h"

#include "desktop/keyringservice.h"
#include "oauth/pkce.h"

#include <qt6keychain/keychain.h>

namespace framekey
{

namespace
{

Failure storageFailure(Failure::Detail detail)
{
    return {.stage = Failure::Stage::Storage, .kind = Failure::Kind::Storage, .detail = detail};
}

Failure failureOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return storageFailure(Failure::Detail::KeychainLocked);
    default:
        // QtKeychain names no finer reason on Linux: no bus, no service and a dying service all read "other".
        return storageFailure(Failure::Detail::KeychainAbsent);
    }
}

void start(QKeychain::Job &job, const QString &key, QObject *context,
           std::function<void(QKeychain::Job &)> finished)
{
    job.setKey(key);
    job.setInsecureFallback(false);
    QObject::connect(
        &job, &QKeychain::Job::finished, context, [finished = std::move(finished)](QKeychain::Job *done) {
            if (done->error() == QKeychain::OtherError)
                forgetKeyringService(); // whoever tries again meets one that was started meanwhile
            finished(*done);
        });
    // The job deletes itself when it has finished, never before: libsecret keeps a bare pointer to it.
    job.setAutoDelete(true);
    job.start();
}

} // namespace

KeychainWorker::KeychainWorker(const QString &service) : m_service(service)
{
}

void KeychainWorker::runRead(const QString &key, Next next)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    start(*job, key, this, [next = std::move(next)](QKeychain::Job &done) {
        if (done.error() == QKeychain::EntryNotFound)
            next(std::optional<Secret>());
        else if (done.error() != QKeychain::NoError)
            next(std::unexpected(failureOf(done)));
        else
            next(
                std::optional(Secret(static_cast<QKeychain::ReadPasswordJob &>(done).textData().toLatin1())));
    });
}

void KeychainWorker::runWrite(const QString &key, const Secret &value, Next next)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(QString::fromLatin1(value.reveal()));
    start(*job, key, this, [next = std::move(next)](QKeychain::Job &done) {
        next(done.error() == QKeychain::NoError ? Result() : std::unexpected(failureOf(done)));
    });
}

void KeychainWorker::runDelete(const QString &key, Next next)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    start(*job, key, this, [next = std::move(next)](QKeychain::Job &done) {
        const bool gone = done.error() == QKeychain::NoError || done.error() == QKeychain::EntryNotFound;
        next(gone ? Result() : std::unexpected(failureOf(done)));
    });
}

void KeychainWorker::runWriteAndReadBack(const QString &key, const Secret &value, Next next)
{
    runWrite(key, value, [this, key, value, next = std::move(next)](const Result &written) {
        if (!written) {
            next(written);
            return;
        }
        runRead(key, [value, next](const Result &read) {
            const bool equal = read && *read && **read == value;
            next(equal || !read ? read : std::unexpected(storageFailure(Failure::Detail::WrongAnswer)));
        });
    });
}

void KeychainWorker::runProbe(Next next)
{
    int number = 0;
    while (m_probing.contains(number))
        ++number;
    m_probing.insert(number);
    const Next done = [this, number, next = std::move(next)](const Result &result) {
        m_probing.remove(number);
        next(result);
    };
    const QString key = QStringLiteral("probe/") + QString::number(number);
    runWriteAndReadBack(key, Secret(randomToken()), [this, key, done](const Result &kept) {
        if (kept)
            runDelete(key, done);
        else
            done(kept);
    });
}

void KeychainWorker::read(quint64 ticket, const QString &key)
{
    runRead(key, [this, ticket](const Result &result) {
        if (!result || *result) {
            Q_EMIT answered(ticket, result);
            return;
        }
        // A locked keyring reads as "not found"; only where it can be written to is that true.
        runProbe([this, ticket](const Result &probed) {
            Q_EMIT answered(ticket, probed ? Result(std::optional<Secret>()) : probed);
        });
    });
}

void KeychainWorker::write(quint64 ticket, const QString &key, const Secret &value)
{
    runWriteAndReadBack(key, value,
                        [this, ticket](const Result &result) { Q_EMIT answered(ticket, result); });
}

void KeychainWorker::remove(quint64 ticket, const QString &key)
{
    runDelete(key, [this, ticket](const Result &deleted) {
        if (!deleted) {
            Q_EMIT answered(ticket, deleted);
            return;
        }
        // "Nothing there" may again mean "locked".
        runProbe([this, ticket](const Result &probed) { Q_EMIT answered(ticket, probed); });
    });
}

void KeychainWorker::probe(quint64 ticket)
{
    runProbe([this, ticket](const Result &result) { Q_EMIT answered(ticket, result); });
}

} // namespace framekey
