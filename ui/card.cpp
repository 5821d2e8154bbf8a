// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace framekey
{

namespace
{

constexpr double radius = 8;
constexpr int padding = 13;
constexpr int stripeWidth = 4;

} // namespace

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent), m_body(new QVBoxLayout(this)), m_top(new QHBoxLayout), m_title(makeLabel(title, this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setVisible(!title.isEmpty());
    m_body->setContentsMargins(padding, padding - 1, padding, padding);
    m_body->setSpacing(8);
    m_top->addWidget(m_title, 1);
    m_body->addLayout(m_top);
    // A grey label inside lies on the card, not on the window.
    setAutoFillBackground(false);
}

void Card::setTitle(const QString &title)
{
    if (title == m_title->text())
        return;
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void Card::setCorner(QWidget *widget)
{
    m_top->addWidget(widget, 0, Qt::AlignTop);
}

QColor Card::stripe() const
{
    return {};
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.fillPath(outline, palette().color(QPalette::Base));
    if (const QColor color = stripe(); color.isValid()) {
        painter.save();
        painter.setClipPath(outline);
        const int left = layoutDirection() == Qt::LeftToRight ? 0 : width() - stripeWidth;
        painter.fillRect(left, 0, stripeWidth, height(), color);
        painter.restore();
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawPath(outline);
}

QLabel *makeLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel *makeGreyLabel(const QString &text, QWidget *parent)
{
    QLabel *label = makeLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace framekey
