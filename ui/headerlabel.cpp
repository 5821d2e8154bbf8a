// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headerlabel.h"

#include <QPainter>

namespace framekey
{

namespace
{

constexpr int wrapAnywhere = Qt::TextWordWrap | Qt::TextWrapAnywhere;

int heightOf(const QFont &font, const QString &text, int width)
{
    if (text.isEmpty())
        return 0;
    return QFontMetrics(font)
        .boundingRect(QRect(0, 0, std::max(width, 1), 10000), wrapAnywhere, text)
        .height();
}

} // namespace

HeaderLabel::HeaderLabel(QWidget *parent) : QLabel(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void HeaderLabel::setHeading(const QString &title, const QString &detail)
{
    set(title, detail);
    setText(detail.isEmpty() ? title : title + QStringLiteral(". ") + detail);
    setAccessibleName(text());
    setAccessibleDescription({});
}

void HeaderLabel::setPerson(const QString &person, const QString &title, const QString &detail)
{
    set(title, detail);
    setText(person);
    setAccessibleName(tr("Person: %1").arg(person));
    setAccessibleDescription(detail);
}

void HeaderLabel::set(const QString &title, const QString &detail)
{
    m_title = title;
    m_detail = detail;
    updateGeometry();
    update();
}

int HeaderLabel::heightForWidth(int width) const
{
    return heightOf(titleFont(), m_title, width) + 1 + heightOf(font(), m_detail, width);
}

QSize HeaderLabel::sizeHint() const
{
    const int width = std::max(QFontMetrics(titleFont()).horizontalAdvance(m_title),
                               fontMetrics().horizontalAdvance(m_detail)) +
                      1;
    return {width, heightForWidth(width)};
}

QSize HeaderLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 16, 0};
}

void HeaderLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int direction = layoutDirection() == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight;
    const int titleHeight = heightOf(titleFont(), m_title, width());
    const int spare = std::max(0, height() - heightForWidth(width())) / 2;
    painter.setFont(titleFont());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(0, spare, width(), titleHeight), direction | wrapAnywhere, m_title);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(rect().adjusted(0, spare + titleHeight + 1, 0, 0), direction | wrapAnywhere, m_detail);
}

QFont HeaderLabel::titleFont() const
{
    QFont large = font();
    if (large.pixelSize() > 0)
        large.setPixelSize(large.pixelSize() * 3 / 2);
    else
        large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    return large;
}

} // namespace framekey
