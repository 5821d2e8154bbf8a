// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scopebox.h"

#include "ui/scopetext.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace framekey
{

namespace
{

constexpr int padding = 4;

} // namespace

ScopeBox::ScopeBox(const QString &words, const QString &token, QWidget *parent)
    : QCheckBox(words, parent), m_token(token)
{
    if (!token.isEmpty())
        setAccessibleName(words + QStringLiteral(", ") + token);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int ScopeBox::textLeft() const
{
    return style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this) + 2 * padding + 2;
}

int ScopeBox::heightForWidth(int width) const
{
    const int words = ScopeText(text(), m_token, font()).heightForWidth(width - textLeft() - padding);
    return std::max(words, style()->pixelMetric(QStyle::PM_IndicatorHeight, nullptr, this)) + 2 * padding;
}

QSize ScopeBox::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * 50;
    return {width, heightForWidth(width)};
}

QSize ScopeBox::minimumSizeHint() const
{
    return {textLeft() + ScopeText(text(), m_token, font()).minimumWidth(), 0};
}

void ScopeBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const int size = style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this);
    const ScopeText words(text(), m_token, font());
    const QRect inner = rect().adjusted(textLeft(), padding, -padding, -padding);
    const int firstLine = std::max(fontMetrics().height(), size);
    QStyleOptionButton box = option;
    box.rect = QStyle::visualRect(layoutDirection(), rect(),
                                  QRect(padding, padding + (firstLine - size) / 2, size, size));
    style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, &painter, this);
    words.paint(painter, QStyle::visualRect(layoutDirection(), rect(), inner), palette(), layoutDirection());
    if (hasFocus()) {
        QStyleOptionFocusRect ring;
        ring.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, &painter, this);
    }
}

} // namespace framekey
