// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <chrono>

namespace framekey
{

/// Instants in words, as seen at one moment in the local time zone. They change on the full minute, so that
/// "14:05" and "in 42 minutes" always agree and one wake-up a minute is enough.
class TimeWords
{
    Q_DECLARE_TR_FUNCTIONS(TimeWords)

public:
    explicit TimeWords(const QDateTime &nowUtc, const QLocale &locale = QLocale());

    /// "14:05"
    [[nodiscard]] QString clockTime(const QDateTime &instant) const;
    /// "today at 14:05", "tomorrow at 09:00", "on Friday at 09:00", "on 3 Jan 2027 at 09:00"
    [[nodiscard]] QString dayAndTime(const QDateTime &instant) const;
    /// "at 14:05" for today, else as `dayAndTime`: for use inside a sentence.
    [[nodiscard]] QString atTime(const QDateTime &instant) const;
    /// "14:05" for today, else as `dayAndTime`.
    [[nodiscard]] QString shortly(const QDateTime &instant) const;
    /// "in 42 minutes", "now", "5 minutes ago", "in 3 hours", "in 9 days"
    [[nodiscard]] QString distance(const QDateTime &instant) const;
    /// "today at 14:05, in 42 minutes"
    [[nodiscard]] QString whenExactly(const QDateTime &instant) const;

    /// "about 8 December": a day that nobody can promise.
    [[nodiscard]] QString aboutDay(const QDateTime &instant) const;

    [[nodiscard]] bool isPast(const QDateTime &instant) const { return instant <= m_now; }
    /// How long these words stay right.
    [[nodiscard]] std::chrono::milliseconds untilNextChange() const;

private:
    [[nodiscard]] bool isToday(const QDateTime &instant) const;
    [[nodiscard]] qint64 minutesTo(const QDateTime &instant) const;

    QDateTime m_now;
    QLocale m_locale;
};

} // namespace framekey
