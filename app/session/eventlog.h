// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/event.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace framekey
{

class Clock;

/// The last events, oldest first, and the steps of each account's last sign-in, which outlast them. In memory
/// only. What anybody on this computer can cause at will (a refused request) is counted, not listed anew.
class EventLog
{
public:
    static constexpr qsizetype longest = 200;
    static constexpr qsizetype longestSignIn = 40;

    explicit EventLog(const Clock &clock) : m_clock(clock) {}

    /// The account's number from now on, also after it was removed: 1, 2, …
    int enlist(const QString &accountId);
    /// 0: it was never enlisted.
    [[nodiscard]] int numberOf(const QString &accountId) const
    {
        return static_cast<int>(m_accounts.indexOf(accountId)) + 1;
    }

    /// It happens now.
    void note(Event event);
    [[nodiscard]] const QList<Event> &events() const { return m_events; }
    [[nodiscard]] QList<Event> lastSignIn(int account) const { return m_signIns.value(account); }

private:
    const Clock &m_clock;
    QStringList m_accounts;
    QList<Event> m_events;
    QHash<int, QList<Event>> m_signIns;
};

/// Where one account's parts tell what happens; without a log it goes nowhere.
class EventSource
{
public:
    EventSource() = default;
    EventSource(EventLog *log, const QString &accountId)
        : m_log(log), m_account(log ? log->enlist(accountId) : 0)
    {
    }

    void note(Event event) const
    {
        event.account = m_account;
        if (m_log)
            m_log->note(event);
    }
    /// What it means that this has worked, or not.
    template <typename T>
    void note(Event::What what, const Outcome<T> &outcome) const
    {
        note(what, outcome ? std::nullopt : std::optional(outcome.error()));
    }
    void note(Event::What what, const std::optional<Failure> &failure) const
    {
        note({.what = what, .failure = failure ? std::optional(FailureMark::of(*failure)) : std::nullopt});
    }

private:
    EventLog *m_log = nullptr;
    int m_account = 0;
};

} // namespace framekey
