// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/timewords.h"

namespace framekey
{

namespace
{

constexpr qint64 secondsPerMinute = 60;
constexpr qint64 minutesPerHour = 60;
constexpr qint64 minutesPerDay = 24 * minutesPerHour;

qint64 rounded(qint64 value, qint64 unit)
{
    return (value + unit / 2) / unit;
}

} // namespace

TimeWords::TimeWords(const QDateTime &nowUtc, const QLocale &locale) : m_now(nowUtc), m_locale(locale)
{
}

QString TimeWords::clockTime(const QDateTime &instant) const
{
    const QTime time = instant.toLocalTime().time();
    // The C locale's short time has seconds, which nobody wants to read.
    return m_locale.language() == QLocale::C ? time.toString(QStringLiteral("HH:mm"))
                                             : m_locale.toString(time, QLocale::ShortFormat);
}

QString TimeWords::dayAndTime(const QDateTime &instant) const
{
    const QDate day = instant.toLocalTime().date();
    const qint64 days = m_now.toLocalTime().date().daysTo(day);
    const QString time = clockTime(instant);
    if (days == 0)
        return tr("today at %1").arg(time);
    if (days == 1)
        return tr("tomorrow at %1").arg(time);
    if (days == -1)
        return tr("yesterday at %1").arg(time);
    const bool soon = days > 0 && days < 7;
    const QString named =
        soon ? m_locale.standaloneDayName(day.dayOfWeek()) : m_locale.toString(day, QLocale::ShortFormat);
    return tr("on %1 at %2", "a day and a time").arg(named, time);
}

QString TimeWords::atTime(const QDateTime &instant) const
{
    return isToday(instant) ? tr("at %1").arg(clockTime(instant)) : dayAndTime(instant);
}

QString TimeWords::shortly(const QDateTime &instant) const
{
    return isToday(instant) ? clockTime(instant) : dayAndTime(instant);
}

QString TimeWords::distance(const QDateTime &instant) const
{
    const qint64 minutes = minutesTo(instant);
    const qint64 size = std::abs(minutes);
    const bool past = minutes < 0;
    if (size == 0)
        return isPast(instant) ? tr("now") : tr("in less than a minute");
    if (size < 2 * minutesPerHour) {
        const int n = static_cast<int>(size);
        return past ? tr("%n minute(s) ago", nullptr, n) : tr("in %n minute(s)", nullptr, n);
    }
    if (size < 2 * minutesPerDay) {
        const int n = static_cast<int>(rounded(size, minutesPerHour));
        return past ? tr("about %n hour(s) ago", nullptr, n) : tr("in about %n hour(s)", nullptr, n);
    }
    const int n = static_cast<int>(rounded(size, minutesPerDay));
    return past ? tr("%n day(s) ago", nullptr, n) : tr("in %n day(s)", nullptr, n);
}

QString TimeWords::whenExactly(const QDateTime &instant) const
{
    return tr("%1, %2", "a time, and how far away it is").arg(dayAndTime(instant), distance(instant));
}

QString TimeWords::aboutDay(const QDateTime &instant) const
{
    const QString day =
        m_locale.toString(instant.toLocalTime().date(), tr("d MMMM", "format of a day without its year"));
    return tr("about %1", "a day").arg(day);
}

std::chrono::milliseconds TimeWords::untilNextChange() const
{
    constexpr qint64 minute = secondsPerMinute * 1000;
    return std::chrono::milliseconds(minute - m_now.toMSecsSinceEpoch() % minute);
}

bool TimeWords::isToday(const QDateTime &instant) const
{
    return m_now.toLocalTime().date() == instant.toLocalTime().date();
}

qint64 TimeWords::minutesTo(const QDateTime &instant) const
{
    return instant.toSecsSinceEpoch() / secondsPerMinute - m_now.toSecsSinceEpoch() / secondsPerMinute;
}

} // namespace framekey
