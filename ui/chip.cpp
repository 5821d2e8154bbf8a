// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chip.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyle>

namespace framekey
{

namespace
{

constexpr int padding = 8;
constexpr int dotGap = 5;

} // namespace

Chip::Chip(QWidget *parent) : QLabel(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setStatus(const QString &text, Tone tone)
{
    if (tone == m_tone && text == this->text())
        return;
    m_tone = tone;
    setText(text);
    setAccessibleName(tr("Status: %1").arg(text));
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const int line = fontMetrics().height();
    return {fontMetrics().horizontalAdvance(text()) + line / 2 + dotGap + 2 * padding + 1, line + 5};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ToneColors colors = toneColors(palette(), m_tone);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.fill);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    const int dot = fontMetrics().height() * 2 / 5;
    QRect place(padding, (height() - dot) / 2, dot, dot);
    painter.setBrush(colors.mark);
    painter.drawEllipse(QStyle::visualRect(layoutDirection(), rect(), place));
    painter.setPen(colors.text);
    const QRect words = rect().adjusted(padding + dot + dotGap, 0, -padding + 2, 0);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words), Qt::AlignVCenter | Qt::AlignLeft,
                     text());
}

} // namespace framekey
