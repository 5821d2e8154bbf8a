// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/tokenkeeper.h"

#include <QPointer>

#include <algorithm>
#include <array>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

Failure newerItem()
{
    return {.stage = Failure::Stage::Storage,
            .kind = Failure::Kind::Storage,
            .detail = Failure::Detail::KeychainNewer};
}

} // namespace

TokenKeeper::TokenKeeper(const QString &accountId, TokenStore &store, Clock &clock, QObject *parent)
    : QObject(parent), m_key(tokensKey(accountId)), m_store(store), m_clock(clock), m_retry(clock.makeAlarm())
{
    connect(m_retry.get(), &Alarm::rang, this, &TokenKeeper::retryNow);
}

void TokenKeeper::load(Loaded answer)
{
    m_store.read(m_key, [this, self = QPointer(this),
                         answer = std::move(answer)](const Outcome<std::optional<Secret>> &item) {
        if (!self)
            return;
        if (!item) {
            answer(std::unexpected(item.error()));
            return;
        }
        setProblem(std::nullopt);
        if (!*item) {
            answer(std::optional<StoredTokens>());
            return;
        }
        const auto stored = StoredTokens::fromItem(**item, m_clock);
        m_newer = !stored && stored.error().detail == Failure::Detail::KeychainNewer;
        if (stored)
            answer(std::optional(*stored));
        else
            answer(std::unexpected(stored.error()));
    });
}

void TokenKeeper::keep(const StoredTokens &tokens, Done done)
{
    m_retries = 0;
    write(tokens.toItem(), std::move(done));
}

void TokenKeeper::write(const Secret &item, Done done)
{
    const quint64 generation = ++m_generation;
    m_unwritten = item;
    m_unremoved = false;
    m_retry->stop();
    if (m_newer) {
        setProblem(newerItem());
        done();
        return;
    }
    m_store.write(
        m_key, item,
        [this, self = QPointer(this), generation, done = std::move(done)](const Outcome<void> &written) {
            if (!self)
                return;
            if (generation == m_generation && written) {
                m_unwritten.reset();
                setProblem(std::nullopt);
            } else if (generation == m_generation) {
                setProblem(written.error());
                retryLater();
            }
            done();
        });
}

void TokenKeeper::forget(std::function<void(const Outcome<void> &)> done)
{
    ++m_generation;
    m_unwritten.reset();
    m_retry->stop();
    setProblem(std::nullopt);
    if (m_newer) { // F60 in docs/threats.md: what a newer Framekey wrote stays as it is
        done(std::unexpected(newerItem()));
        return;
    }
    m_retries = 0;
    remove(std::move(done));
}

void TokenKeeper::remove(std::function<void(const Outcome<void> &)> done)
{
    m_retry->stop();
    m_store.remove(m_key, [this, self = QPointer(this), generation = m_generation,
                           done = std::move(done)](const Outcome<void> &removed) {
        if (!self)
            return;
        // A sign-out that a locked keychain kept from happening would be undone by the next start.
        if (generation == m_generation) {
            m_unremoved = !removed;
            if (m_unremoved)
                retryLater();
        }
        done(removed);
    });
}

void TokenKeeper::probe(Done done)
{
    m_store.probe([this, self = QPointer(this), done = std::move(done)](const Outcome<void> &probed) {
        if (!self)
            return;
        // Good news does not end the banner over an item that is not written yet.
        if (!probed || !m_unwritten)
            setProblem(probed ? std::nullopt : std::optional(probed.error()));
        done();
    });
}

void TokenKeeper::retryNow()
{
    if (m_unwritten)
        write(Secret(*m_unwritten), [] {});
    else if (m_unremoved)
        remove([](const Outcome<void> &) {});
}

void TokenKeeper::retryLater()
{
    constexpr std::array<std::chrono::seconds, 4> delays{1s, 5s, 30s, 120s};
    m_retry->setIn(delays.at(std::min(m_retries, delays.size() - 1)));
    ++m_retries;
}

void TokenKeeper::setProblem(const std::optional<Failure> &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

} // namespace framekey
