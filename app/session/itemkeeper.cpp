// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/itemkeeper.h"

#include <QPointer>

#include <algorithm>
#include <array>

namespace framekey
{

using namespace std::chrono_literals;

ItemKeeper::ItemKeeper(QString key, TokenStore &store, Clock &clock, QObject *parent)
    : QObject(parent), m_key(std::move(key)), m_store(store), m_retry(clock.makeAlarm())
{
    connect(m_retry.get(), &Alarm::rang, this, &ItemKeeper::retryNow);
}

void ItemKeeper::read(TokenStore::Read answer)
{
    m_store.read(m_key, [this, self = QPointer(this),
                         answer = std::move(answer)](const Outcome<std::optional<Secret>> &item) {
        if (!self)
            return;
        // Good news does not end the banner over an item that is not written yet.
        if (item && !m_unwritten)
            setProblem(std::nullopt);
        answer(item);
    });
}

void ItemKeeper::keep(const Secret &item, Done done)
{
    m_retries = 0;
    write(item, std::move(done));
}

void ItemKeeper::write(const Secret &item, Done done)
{
    const quint64 generation = ++m_generation;
    m_unwritten = item;
    m_unremoved = false;
    m_retry->stop();
    if (m_untouchable) {
        setProblem(m_untouchable);
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

void ItemKeeper::giveUp()
{
    ++m_generation;
    m_unwritten.reset();
    m_retry->stop();
    setProblem(std::nullopt);
}

void ItemKeeper::forget(Forgotten done)
{
    giveUp();
    if (m_untouchable) {
        done(std::unexpected(*m_untouchable));
        return;
    }
    m_retries = 0;
    remove(std::move(done));
}

void ItemKeeper::remove(Forgotten done)
{
    m_retry->stop();
    m_unremoved = true;
    m_store.remove(m_key, [this, self = QPointer(this), generation = m_generation,
                           done = std::move(done)](const Outcome<void> &removed) {
        if (!self)
            return;
        // A removal that a locked keychain kept from happening would be undone by the next start.
        const bool isNews = generation == m_generation;
        if (isNews) {
            m_unremoved = !removed;
            if (m_unremoved)
                retryLater();
        }
        done(removed);
        if (self && isNews && removed)
            Q_EMIT forgotten();
    });
}

void ItemKeeper::probe(Done done)
{
    m_store.probe([this, self = QPointer(this), done = std::move(done)](const Outcome<void> &probed) {
        if (!self)
            return;
        if (!probed || !m_unwritten)
            setProblem(probed ? std::nullopt : std::optional(probed.error()));
        done();
    });
}

void ItemKeeper::retryNow()
{
    if (m_unwritten)
        write(Secret(*m_unwritten), [] {});
    else if (m_unremoved)
        remove([](const Outcome<void> &) {});
}

void ItemKeeper::retryLater()
{
    constexpr std::array<std::chrono::seconds, 4> delays{1s, 5s, 30s, 120s};
    m_retry->setIn(delays.at(std::min(m_retries, delays.size() - 1)));
    ++m_retries;
}

void ItemKeeper::setProblem(const std::optional<Failure> &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

} // namespace framekey
