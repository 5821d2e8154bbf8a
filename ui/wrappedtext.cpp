// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wrappedtext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace framekey
{

namespace
{

QTextOption wrapping(Qt::Alignment alignment = Qt::AlignLeft)
{
    QTextOption option(alignment | Qt::AlignTop | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

} // namespace

int wrappedHeight(const QFont &font, const QString &text, int width)
{
    if (text.isEmpty())
        return 0;
    QTextLayout layout(text, font);
    layout.setTextOption(wrapping());
    layout.beginLayout();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 1));
        ++lines;
    }
    layout.endLayout();
    return lines * QFontMetrics(font).height();
}

void paintWrapped(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text)
{
    painter.drawText(QRectF(rect), text, wrapping(alignment));
}

QString breakable(const QString &text)
{
    constexpr int longestWord = 16;
    QString result;
    int length = 0;
    for (const QChar c : text) {
        length = c.isSpace() ? 0 : length + 1;
        result += c;
        if (length > 0 && length % longestWord == 0)
            result += QChar(0x200b);
    }
    return result;
}

} // namespace framekey
