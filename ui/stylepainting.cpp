// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stylepainting.h"

#include "ui/marks.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace framekey
{

namespace
{

constexpr double radius = 6;

void roundedBox(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &edge, double width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(width > 0 ? QPen(edge, width) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    const double inset = width / 2;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

bool hasFocus(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus);
}

/// The ring is for those who move by keyboard; after a click it would only be in the way.
bool showsRing(const QStyleOption &option)
{
    return hasFocus(option) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

QColor buttonFill(const QStyleOptionButton &option, bool primary)
{
    const bool down = option.state.testFlag(QStyle::State_Sunken);
    const bool hover =
        option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
    const QPalette &palette = option.palette;
    if (option.features.testFlag(QStyleOptionButton::Flat))
        return down || hover ? palette.color(QPalette::Midlight) : QColor(Qt::transparent);
    if (primary) {
        const QColor fill = palette.color(QPalette::Highlight);
        return down ? fill.darker(125) : hover ? fill.darker(110) : fill;
    }
    return down || hover ? palette.color(QPalette::Midlight) : palette.color(QPalette::Button);
}

QColor buttonText(const QStyleOptionButton &option, bool primary)
{
    if (!option.state.testFlag(QStyle::State_Enabled))
        return option.palette.color(QPalette::PlaceholderText);
    if (option.features.testFlag(QStyleOptionButton::Flat))
        return option.palette.color(QPalette::Link);
    return option.palette.color(primary ? QPalette::HighlightedText : QPalette::ButtonText);
}

} // namespace

void paintField(QPainter &painter, const QStyleOption &option, bool hasProblem)
{
    const QPalette &palette = option.palette;
    const bool readOnly = option.state.testFlag(QStyle::State_ReadOnly);
    const QColor fill = palette.color(readOnly ? QPalette::AlternateBase : QPalette::Base);
    const QColor problem = toneColors(palette, Tone::Problem).mark;
    if (hasFocus(option)) {
        roundedBox(painter, option.rect, fill, palette.color(QPalette::Link), 2);
        if (hasProblem)
            roundedBox(painter, option.rect.adjusted(2, 2, -2, -2), Qt::transparent, problem, 1.5);
        return;
    }
    if (hasProblem)
        return roundedBox(painter, option.rect, fill, problem, 2);
    roundedBox(painter, option.rect, fill, palette.color(readOnly ? QPalette::Mid : QPalette::Dark), 1);
}

void paintCheckBox(QPainter &painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const bool on = option.state.testFlag(QStyle::State_On);
    const QRect box = option.rect.adjusted(1, 1, -1, -1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.color(on ? QPalette::Highlight : QPalette::Dark), 1.5));
    painter.setBrush(palette.color(on ? QPalette::Highlight : QPalette::Base));
    painter.drawRoundedRect(QRectF(box).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
    painter.restore();
    if (on)
        paintTick(painter, QRectF(box).adjusted(3, 3, -3, -3), palette.color(QPalette::HighlightedText));
}

void paintRadioButton(QPainter &painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const bool on = option.state.testFlag(QStyle::State_On);
    const QRectF ring = QRectF(option.rect).adjusted(1.75, 1.75, -1.75, -1.75);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.color(on ? QPalette::Highlight : QPalette::Dark), 1.5));
    painter.setBrush(palette.color(on ? QPalette::Highlight : QPalette::Base));
    painter.drawEllipse(ring);
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.color(QPalette::HighlightedText));
        painter.drawEllipse(ring.center(), ring.width() / 5, ring.height() / 5);
    }
    painter.restore();
}

void paintFocusRing(QPainter &painter, const QStyleOption &option)
{
    roundedBox(painter, option.rect, Qt::transparent, option.palette.color(QPalette::Link), 2);
}

void paintDropLine(QPainter &painter, const QStyleOption &option)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(option.palette.color(QPalette::Link), 2, Qt::SolidLine, Qt::RoundCap));
    const QRectF line = QRectF(option.rect).adjusted(radius, 0, -radius, 0);
    painter.drawLine(line.topLeft(), line.topRight());
    painter.restore();
}

void paintPushButton(QPainter &painter, const QStyleOptionButton &option, bool primary)
{
    const bool link = option.features.testFlag(QStyleOptionButton::Flat);
    const QColor edge = option.palette.color(QPalette::Mid);
    roundedBox(painter, option.rect, buttonFill(option, primary), edge, primary || link ? 0 : 1);
    if (showsRing(option)) {
        // On the primary button the ring lies inside, in its text's colour: outside it would not be seen on
        // the fill.
        const int inset = primary ? 3 : 0;
        const QColor ring = option.palette.color(primary ? QPalette::HighlightedText : QPalette::Link);
        roundedBox(painter, option.rect.adjusted(inset, inset, -inset, -inset), Qt::transparent, ring, 2);
    }
    painter.setPen(buttonText(option, primary));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
}

void paintComboBox(QPainter &painter, const QStyleOptionComplex &option, const QRect &arrow)
{
    paintField(painter, option, false);
    const QPointF middle = QRectF(arrow).center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(option.palette.color(QPalette::Text), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(
        QPolygonF{middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)});
    painter.restore();
}

void paintComboLabel(QPainter &painter, const QStyleOptionComboBox &option, const QRect &text)
{
    painter.setPen(option.palette.color(QPalette::Text));
    const QString elided = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, text.width());
    painter.drawText(text, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), elided);
}

} // namespace framekey
