// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fadingnote.h"

#include <QTimer>

#include <chrono>

namespace framekey
{

FadingNote::FadingNote(const QString &longest, QWidget *parent)
    : QLabel(parent), m_longest(longest), m_timer(new QTimer(this))
{
    using namespace std::chrono_literals;
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::PlaceholderText);
    m_timer->setSingleShot(true);
    m_timer->setInterval(4s);
    connect(m_timer, &QTimer::timeout, this, &QLabel::clear);
}

void FadingNote::say(const QString &text)
{
    setText(text);
    m_timer->start();
}

QSize FadingNote::sizeHint() const
{
    return fontMetrics().size(0, m_longest) + QSize(4, 0);
}

void FadingNote::hideEvent(QHideEvent *event)
{
    // Nothing ticks while nobody looks.
    m_timer->stop();
    clear();
    QLabel::hideEvent(event);
}

} // namespace framekey
