// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scopetext.h"

#include "ui/wrappedtext.h"

#include <QFontDatabase>
#include <QPainter>
#include <QPalette>

namespace framekey
{

namespace
{

constexpr int gap = 14;

} // namespace

ScopeText::ScopeText(const QString &words, const QString &token, const QFont &font)
    : m_words(words), m_token(token), m_font(font), m_tokenFont(fixedFont(font))
{
}

bool ScopeText::isOneRow(int width) const
{
    return QFontMetrics(m_font).horizontalAdvance(m_words) + gap +
               QFontMetrics(m_tokenFont).horizontalAdvance(m_token) <=
           width;
}

int ScopeText::heightForWidth(int width) const
{
    if (isOneRow(width))
        return QFontMetrics(m_font).height();
    return wrappedHeight(m_font, m_words, width) + wrappedHeight(m_tokenFont, m_token, width);
}

int ScopeText::minimumWidth() const
{
    return QFontMetrics(m_font).averageCharWidth() * 14;
}

void ScopeText::paint(QPainter &painter, const QRect &rect, const QPalette &palette,
                      Qt::LayoutDirection direction) const
{
    const bool leftToRight = direction == Qt::LeftToRight;
    const Qt::Alignment start = leftToRight ? Qt::AlignLeft : Qt::AlignRight;
    const Qt::Alignment end = leftToRight ? Qt::AlignRight : Qt::AlignLeft;
    const bool oneRow = isOneRow(rect.width());
    painter.setFont(m_font);
    painter.setPen(palette.color(QPalette::Text));
    if (oneRow)
        painter.drawText(rect, static_cast<int>(start | Qt::AlignVCenter), m_words);
    else
        paintWrapped(painter, rect, start, m_words);
    painter.setFont(m_tokenFont);
    painter.setPen(palette.color(QPalette::PlaceholderText));
    if (oneRow)
        painter.drawText(rect, static_cast<int>(end | Qt::AlignVCenter), m_token);
    else
        paintWrapped(painter, rect.adjusted(0, wrappedHeight(m_font, m_words, rect.width()), 0, 0), start,
                     m_token);
}

QFont fixedFont(const QFont &font)
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (font.pixelSize() > 0)
        fixed.setPixelSize(std::max(font.pixelSize() * 9 / 10, 1));
    else
        fixed.setPointSizeF(font.pointSizeF() * 0.9);
    return fixed;
}

} // namespace framekey
