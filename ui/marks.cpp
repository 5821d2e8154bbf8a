// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/marks.h"

#include "ui/theme.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace framekey
{

namespace
{

using Mark = ScopeLine::Mark;

/// Strokes in a unit square, scaled into the rectangle.
void stroke(QPainter &painter, const QRectF &rect, const QColor &color, const QList<QPolygonF> &lines)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = rect.width() / 7;
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.translate(rect.topLeft());
    for (QPolygonF line : lines) {
        for (QPointF &point : line)
            point = {point.x() * rect.width(), point.y() * rect.height()};
        painter.drawPolyline(line);
    }
    painter.restore();
}

void paintRing(QPainter &painter, const QRectF &rect, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, rect.width() / 8));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(rect.center(), rect.width() * 0.32, rect.width() * 0.32);
    painter.restore();
}

} // namespace

void paintTick(QPainter &painter, const QRectF &rect, const QColor &color)
{
    stroke(painter, rect, color, {{{0.1, 0.55}, {0.38, 0.85}, {0.9, 0.18}}});
}

void paintMark(QPainter &painter, const QRectF &rect, Mark mark, const QPalette &palette)
{
    const auto color = [&palette](Tone tone) { return toneColors(palette, tone).mark; };
    switch (mark) {
    case Mark::Granted:
        return paintTick(painter, rect, color(Tone::Good));
    case Mark::WasGranted:
        return paintTick(painter, rect, color(Tone::Neutral));
    case Mark::WillAsk:
    case Mark::NotTold:
        return paintRing(painter, rect, color(Tone::Neutral));
    case Mark::Added:
        return stroke(painter, rect, color(Tone::Busy),
                      {{{0.5, 0.12}, {0.5, 0.88}}, {{0.12, 0.5}, {0.88, 0.5}}});
    case Mark::Dropped:
        return stroke(painter, rect, color(Tone::Problem),
                      {{{0.18, 0.18}, {0.82, 0.82}}, {{0.82, 0.18}, {0.18, 0.82}}});
    case Mark::NotGranted:
        return stroke(painter, rect, color(Tone::Warning), {{{0.12, 0.5}, {0.88, 0.5}}});
    }
}

void paintProblemMark(QPainter &painter, const QRectF &rect, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneColors(palette, Tone::Problem).text);
    painter.drawEllipse(rect);
    painter.restore();
    const QColor ground = palette.color(QPalette::Base);
    stroke(painter, rect, ground, {{{0.5, 0.25}, {0.5, 0.55}}, {{0.5, 0.77}, {0.5, 0.78}}});
}

void paintToneMark(QPainter &painter, const QRectF &rect, Tone tone, const QPalette &palette)
{
    const QColor color = toneColors(palette, tone).mark;
    switch (tone) {
    case Tone::Good:
        return paintTick(painter, rect, color);
    case Tone::Busy:
        return paintRing(painter, rect, color);
    case Tone::Neutral:
        return stroke(painter, rect, color, {{{0.15, 0.5}, {0.85, 0.5}}});
    case Tone::Warning:
        return stroke(painter, rect, color, {{{0.5, 0.1}, {0.5, 0.6}}, {{0.5, 0.89}, {0.5, 0.9}}});
    case Tone::Problem:
        return paintProblemMark(painter, rect, palette);
    }
}

void paintStar(QPainter &painter, const QRectF &rect, const QColor &color)
{
    constexpr int points = 5;
    constexpr double inner = 0.42;
    QPolygonF star;
    for (int corner = 0; corner < 2 * points; ++corner) {
        const double angle = corner * std::numbers::pi / points;
        const double radius = rect.width() / 2 * (corner % 2 == 0 ? 1 : inner);
        star += rect.center() + QPointF(radius * std::sin(angle), -radius * std::cos(angle));
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(star);
    painter.restore();
}

void paintLogo(QPainter &painter, const QRectF &rect)
{
    // The geometry of resources/icons/framekey.svg, whose square is 68 units wide.
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 68, rect.height() / 68);
    QLinearGradient ground(0, 0, 68, 68);
    ground.setColorAt(0, QColor(0x65, 0x54, 0xff));
    ground.setColorAt(1, QColor(0x3b, 0x2b, 0xd0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(0, 0, 68, 68), 15.5, 15.5);
    painter.setPen(QPen(Qt::white, 5.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(24, 34), 10.6, 10.6);
    painter.drawPolyline(QPolygonF{{35, 34}, {55, 34}, {55, 41.6}});
    painter.drawLine(QPointF(47.6, 34), QPointF(47.6, 43));
    painter.restore();
}

} // namespace framekey
