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
    updateGeometry();
    const Places now = places(width());
    m_label->setGeometry(QStyle::visualRect(layoutDirection(), rect(), now.label));
    m_chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(), now.chip));
}

int Header::heightForWidth(int width) const
{
    return places(width).height;
}

QSize Header::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * 60;
    return {width, heightForWidth(width)};
}

QSize Header::minimumSizeHint() const
{
    const int chip = m_chip->isHidden() ? 0 : m_chip->sizeHint().width();
    return {logoSize + gap + std::max(m_label->minimumSizeHint().width(), chip), logoSize};
}

Header::Places Header::places(int width) const
{
    const int left = logoSize + gap;
    const QSize chip = m_chip->isHidden() ? QSize(0, 0) : m_chip->sizeHint();
    const int beside = width - left - chip.width() - (chip.isEmpty() ? 0 : gap);
    // Beside the chip the heading needs room for about half of what it says.
    const bool fits = chip.isEmpty() || beside >= std::min(m_label->sizeHint().width(), width / 3);
    const int labelWidth = fits ? beside : width - left;
    const int labelHeight = m_label->heightForWidth(labelWidth);
    const int below = fits ? 0 : chip.height() + 4;
    const int height = std::max(logoSize, labelHeight + below);
    const int labelTop = fits ? (height - labelHeight) / 2 : 0;
    const QPoint chipAt(fits ? width - chip.width() : left,
                        fits ? (height - chip.height()) / 2 : labelHeight + 4);
    return {QRect(left, labelTop, labelWidth, labelHeight), QRect(chipAt, chip), height};
}

void Header::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect logo(0, std::max(0, (std::min(height(), logoSize * 3 / 2) - logoSize) / 2), logoSize,
                     logoSize);
    paintLogo(painter, QStyle::visualRect(layoutDirection(), rect(), logo));
}

void Header::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    relayout();
}

} // namespace framekey
