// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/scopelines.h"
#include "ui/presentation/statuswords.h"

#include <QRectF>

class QColor;
class QPainter;
class QPalette;

namespace framekey
{

/// The small marks, told apart by shape as well as by colour.
void paintMark(QPainter &painter, const QRectF &rect, ScopeLine::Mark mark, const QPalette &palette);
void paintTick(QPainter &painter, const QRectF &rect, const QColor &color);
/// A round "!" for a problem beside a field.
void paintProblemMark(QPainter &painter, const QRectF &rect, const QPalette &palette);
/// How an account stands: a tick, a ring, a dash or a "!".
void paintToneMark(QPainter &painter, const QRectF &rect, Tone tone, const QPalette &palette);
/// The default account's.
void paintStar(QPainter &painter, const QRectF &rect, const QColor &color);
/// Framekey's key on its square.
void paintLogo(QPainter &painter, const QRectF &rect);

} // namespace framekey
