// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

class QPainter;
class QRect;

namespace framekey
{

/// Text that wraps between words, and within a word that is wider than the line: an address never clips.
[[nodiscard]] int wrappedHeight(const QFont &font, const QString &text, int width);
/// From the rectangle's top; `alignment` is horizontal.
void paintWrapped(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text);
/// For a label, which breaks between words only: a word longer than any of a language gets places to break
/// at.
[[nodiscard]] QString breakable(const QString &text);

} // namespace framekey
