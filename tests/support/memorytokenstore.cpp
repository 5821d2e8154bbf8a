// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "memorytokenstore.h"

#include <QTimer>

#include <utility>

namespace framekey::test
{

namespace
{

QString nameOf(MemoryTokenStore::Operation operation)
{
    switch (operation) {
    case MemoryTokenStore::Operation::Read:
        return QStringLiteral("read");
    case MemoryTokenStore::Operation::Write:
        return QStringLiteral("write");
    case MemoryTokenStore::Operation::Remove:
        return QStringLiteral("remove");
    case MemoryTokenStore::Operation::Probe:
        return QStringLiteral("probe");
    }
    Q_UNREACHABLE();
}

std::unexpected<Failure> failure(Failure::Detail detail)
{
    return std::unexpected(
        Failure{.stage = Failure::Stage::Storage, .kind = Failure::Kind::Storage, .detail = detail});
}

} // namespace

void MemoryTokenStore::read(const QString &key, Read answer)
{
    Outcome<std::optional<Secret>> outcome;
    if (const auto allowed = attempt(Operation::Read, key); !allowed)
        outcome = std::unexpected(allowed.error());
    else if (m_items.contains(key))
        outcome = std::optional(Secret(m_items.value(key)));
    answerLater([outcome, answer = std::move(answer)] { answer(outcome); });
}

void MemoryTokenStore::write(const QString &key, const Secret &value, Done answer)
{
    auto outcome = attempt(Operation::Write, key);
    if (outcome)
        m_items.insert(key, QByteArray(value.reveal().constData(), value.reveal().size() - m_mangling));
    if (outcome && m_mangling)
        outcome = failure(Failure::Detail::WrongAnswer);
    answerLater([outcome, answer = std::move(answer)] { answer(outcome); });
}

void MemoryTokenStore::remove(const QString &key, Done answer)
{
    const auto outcome = attempt(Operation::Remove, key);
    if (outcome)
        m_items.remove(key);
    answerLater([outcome, answer = std::move(answer)] { answer(outcome); });
}

void MemoryTokenStore::probe(Done answer)
{
    const auto outcome = attempt(Operation::Probe, {});
    answerLater([outcome, answer = std::move(answer)] { answer(outcome); });
}

void MemoryTokenStore::fail(Operation operation, Failure::Detail detail, int times)
{
    m_faults.insert(operation, {.detail = detail, .times = times});
}

void MemoryTokenStore::heal()
{
    m_faults.clear();
    m_mangling = false;
}

void MemoryTokenStore::release()
{
    m_holding = false;
    for (const auto &answer : std::exchange(m_held, {}))
        answerLater(answer);
}

Outcome<void> MemoryTokenStore::attempt(Operation operation, const QString &key)
{
    m_journal.append(QStringLiteral("%1 %2").arg(nameOf(operation), key).trimmed());
    const auto fault = m_faults.find(operation);
    if (fault == m_faults.end() || fault->times == 0)
        return {};
    if (fault->times > 0)
        --fault->times;
    return failure(fault->detail);
}

void MemoryTokenStore::answerLater(std::function<void()> answer)
{
    if (m_holding)
        m_held.append(std::move(answer));
    else
        QTimer::singleShot(m_delay, &m_context, std::move(answer));
}

} // namespace framekey::test
