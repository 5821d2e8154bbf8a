// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/consents.h"

#include "session/clock.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace framekey
{

using namespace std::chrono_literals;

namespace
{

constexpr auto patience = 60s;
constexpr auto stillNo = 5s;
constexpr std::ptrdiff_t mostOfAnAccount = 8;

} // namespace

struct Consents::Open {
    Question question;
    Answer answer;
    std::unique_ptr<Alarm> alarm;
};

Consents::Consents(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
}

Consents::~Consents() = default;

quint64 Consents::ask(const QString &accountId, const QString &accountName, const Requester &requester,
                      Answer answer)
{
    const Question question{.id = ++m_lastId,
                            .accountId = accountId,
                            .accountName = accountName,
                            .requester = requester,
                            .until = m_clock.nowUtc() + patience};
    if (!mayAsk(accountId, requester)) {
        QMetaObject::invokeMethod(
            this, [answer = std::move(answer)] { answer(false); }, Qt::QueuedConnection);
        return question.id;
    }
    auto alarm = m_clock.makeAlarm();
    // Queued: an alarm is not destroyed from within its own signal.
    connect(alarm.get(), &Alarm::rang, this, [this, id = question.id] { refuse(id); }, Qt::QueuedConnection);
    alarm->setIn(patience);
    m_open.push_back(std::make_unique<Open>(question, std::move(answer), std::move(alarm)));
    Q_EMIT changed();
    Q_EMIT asked(question);
    return question.id;
}

bool Consents::mayAsk(const QString &accountId, const Requester &requester) const
{
    const bool wasRefused = m_refused && m_refused->accountId == accountId &&
                            m_refused->requester == requester && m_clock.sinceBoot() - m_refusedAt < stillNo;
    const auto ofAccount = std::ranges::count_if(
        m_open, [&](const auto &open) { return open->question.accountId == accountId; });
    return !wasRefused && ofAccount < mostOfAnAccount;
}

void Consents::drop(quint64 id)
{
    if (std::erase_if(m_open, [id](const auto &open) { return open->question.id == id; }) > 0)
        Q_EMIT changed();
}

QList<Consents::Question> Consents::questions() const
{
    QList<Question> questions;
    for (const auto &open : m_open)
        questions += open->question;
    return questions;
}

void Consents::settle(quint64 id, bool allowed)
{
    const auto found =
        std::ranges::find_if(m_open, [id](const auto &open) { return open->question.id == id; });
    if (found == m_open.end())
        return;
    const Answer answer = std::move((*found)->answer);
    if (!allowed) {
        m_refused = (*found)->question;
        m_refusedAt = m_clock.sinceBoot();
    }
    m_open.erase(found);
    Q_EMIT changed();
    answer(allowed);
}

} // namespace framekey
