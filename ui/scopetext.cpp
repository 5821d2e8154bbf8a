// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scopetext.h"

#include <QFontDatabase>
#include <QPainter>
#include <QPalette>

namespace framekey
{

namespace
{

constexpr int gap = 14;
constexpr int wrapAnywhere = Qt::TextWordWrap | Qt::TextWrapAnywhere;

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

QRect ScopeText::wrapped(const QFontMetrics &metrics, const QString &text, int width) const
{
    return metrics.boundingRect(QRect(0, 0, std::max(width, 1), 10000), wrapAnywhere, text);
}

int ScopeText::heightForWidth(int width) const
{
    const QFontMetrics metrics(m_font);
    if (isOneRow(width))
        return metrics.height();
    return wrapped(metrics, m_words, width).height() +
           wrapped(QFontMetrics(m_tokenFont), m_token, width).height();
}

int ScopeText::minimumWidth() const
{
    return QFontMetrics(m_font).averageCharWidth() * 14;
}

void ScopeText::paint(QPainter &painter, const QRect &rect, const QPalette &palette,
                      Qt::LayoutDirection direction) const
{
    const bool oneRow = isOneRow(rect.width());
    const int start = direction == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight;
    const int end = direction == Qt::LeftToRight ? Qt::AlignRight : Qt::AlignLeft;
    const int vertical = oneRow ? Qt::AlignVCenter : Qt::AlignTop;
    painter.setFont(m_font);
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(rect, start | vertical | (oneRow ? 0 : wrapAnywhere), m_words);
    QRect tokenRect = rect;
    if (!oneRow)
        tokenRect.setTop(rect.top() + wrapped(QFontMetrics(m_font), m_words, rect.width()).height());
    painter.setFont(m_tokenFont);
    painter.setPen(palette.color(QPalette::PlaceholderText));
    painter.drawText(tokenRect, (oneRow ? end : start) | vertical | (oneRow ? 0 : wrapAnywhere), m_token);
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
