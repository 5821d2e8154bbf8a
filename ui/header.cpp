// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header.h"

#include "ui/chip.h"
#include "ui/headerlabel.h"
#include "ui/marks.h"

#include <QPainter>
#include <QStyle>

namespace framekey
{

namespace
{

constexpr int logoSize = 38;
constexpr int gap = 11;

} // namespace

Header::Header(QWidget *parent) : QWidget(parent), m_label(new HeaderLabel(this)), m_chip(new Chip(this))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Header::relayout()
{
    const Places now = places(width());
    if (now.height != height())
        updateGeometry();
    m_label->setReserved(now.reserved);
    m_label->setGeometry(QStyle::visualRect(layoutDirection(), rect(), now.label));
    m_chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(), now.chip));
}

int Header::heightForWidth(int width) const
{
    return places(width).height;
}

QSize Header::sizeHint() const
{
    // The height that counts is heightForWidth.
    return {fontMetrics().averageCharWidth() * 60, logoSize};
}

QSize Header::minimumSizeHint() const
{
    const int chip = m_chip->isHidden() ? 0 : m_chip->sizeHint().width();
    return {logoSize + gap + std::max(m_label->minimumSizeHint().width(), chip), logoSize};
}

Header::Places Header::places(int width) const
{
    const int left = logoSize + gap;
    const int labelWidth = std::max(width - left, 1);
    const QSize chip = m_chip->isHidden() ? QSize(0, 0) : m_chip->sizeHint();
    const int reserved = chip.isEmpty() ? 0 : chip.width() + gap;
    // The chip stands at the end of the title's line, or beneath everything where it leaves too little of it.
    const bool fits = labelWidth - reserved >= std::min(m_label->titleWidth(), labelWidth / 2);
    const int taken = fits ? reserved : 0;
    const int labelHeight = m_label->heightFor(labelWidth, taken);
    const int height = std::max(logoSize, labelHeight + (fits ? 0 : chip.height() + 4));
    const int labelTop = fits ? (height - labelHeight) / 2 : 0;
    const int titleMiddle = labelTop + QFontMetrics(m_label->titleFont()).height() / 2;
    const QPoint chipAt = fits ? QPoint(width - chip.width(), std::max(0, titleMiddle - chip.height() / 2))
                               : QPoint(left, labelHeight + 4);
    return {QRect(left, labelTop, labelWidth, labelHeight), QRect(chipAt, chip), taken, height};
}

void Header::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect logo(0, std::min(3, (height() - logoSize) / 2), logoSize, logoSize);
    paintLogo(painter, QStyle::visualRect(layoutDirection(), rect(), logo));
}

void Header::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    relayout();
}

} // namespace framekey
