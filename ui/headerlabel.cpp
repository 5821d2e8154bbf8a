// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headerlabel.h"

#include "ui/wrappedtext.h"

#include <QPainter>
#include <QStyle>

namespace framekey
{

namespace
{

constexpr int lineGap = 1;

} // namespace

HeaderLabel::HeaderLabel(QWidget *parent) : QLabel(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void HeaderLabel::setHeading(const QString &title, const QString &detail)
{
    const QString said = detail.isEmpty() ? title : title + QStringLiteral(". ") + detail;
    if (said == text())
        return;
    set(title, detail);
    setText(said);
    setAccessibleName(text());
    setAccessibleDescription({});
}

void HeaderLabel::setPerson(const QString &person, const QString &title, const QString &detail)
{
    if (title == m_title && detail == m_detail && person == text())
        return;
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

void HeaderLabel::setReserved(int width)
{
    m_reserved = width;
    update();
}

int HeaderLabel::titleWidth() const
{
    return QFontMetrics(titleFont()).horizontalAdvance(m_title) + 1;
}

int HeaderLabel::heightFor(int width, int reserved) const
{
    return wrappedHeight(titleFont(), m_title, width - reserved) + lineGap +
           wrappedHeight(font(), m_detail, width);
}

int HeaderLabel::heightForWidth(int width) const
{
    return heightFor(width, m_reserved);
}

QSize HeaderLabel::sizeHint() const
{
    const int width = std::max(titleWidth() + m_reserved, fontMetrics().horizontalAdvance(m_detail) + 1);
    return {width, heightForWidth(width)};
}

QSize HeaderLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 16, 0};
}

void HeaderLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Qt::Alignment start = layoutDirection() == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight;
    const int titleBottom = wrappedHeight(titleFont(), m_title, width() - m_reserved);
    const QRect title(0, 0, width() - m_reserved, titleBottom);
    painter.setFont(titleFont());
    painter.setPen(palette().color(QPalette::WindowText));
    paintWrapped(painter, QStyle::visualRect(layoutDirection(), rect(), title), start, m_title);
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    paintWrapped(painter, rect().adjusted(0, titleBottom + lineGap, 0, 0), start, m_detail);
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
