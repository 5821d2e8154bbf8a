// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accountdelegate.h"

#include "ui/marks.h"
#include "ui/theme.h"
#include "ui/wrappedtext.h"

#include <QListWidget>
#include <QPainter>

namespace framekey
{

namespace
{

constexpr int padding = 9;
constexpr int vertical = padding - 2;
constexpr int lineGap = 1;
constexpr int markGap = 5;

/// Where the parts of a row lie, mirrored where the language is.
class Places
{
public:
    Places(const QStyleOptionViewItem &option, const QModelIndex &index)
        : m_direction(option.direction)
        , m_row(option.rect.adjusted(padding, vertical, -padding, -vertical))
        , m_line(option.fontMetrics.height())
        , m_mark(m_line * 3 / 4)
        , m_isDefault(index.data(AccountDelegate::DefaultRole).toBool())
    {
    }

    [[nodiscard]] QRect name() const
    {
        const int star = m_isDefault ? m_mark + markGap : 0;
        return mirrored({m_row.left(), m_row.top(), m_row.width() - star, m_line});
    }
    [[nodiscard]] QRect star() const
    {
        return mirrored({m_row.right() + 1 - m_mark, m_row.top() + (m_line - m_mark) / 2, m_mark, m_mark});
    }
    [[nodiscard]] QRect mark() const
    {
        return mirrored(
            {m_row.left(), m_row.top() + m_line + lineGap + (m_line - m_mark) / 2, m_mark, m_mark});
    }
    [[nodiscard]] QRect detail() const
    {
        return mirrored(m_row.adjusted(m_mark + markGap, m_line + lineGap, 0, 0));
    }

private:
    [[nodiscard]] QRect mirrored(const QRect &rect) const
    {
        return QStyle::visualRect(m_direction, m_row, rect);
    }

    Qt::LayoutDirection m_direction;
    QRect m_row;
    int m_line;
    int m_mark;
    bool m_isDefault;
};

void paintGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (!option.state.testFlag(QStyle::State_Selected))
        return;
    painter.setPen(option.palette.color(QPalette::Mid));
    painter.setBrush(option.palette.color(QPalette::Base));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5), 6, 6);
}

void paintTexts(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Places places(option, index);
    const Qt::Alignment start = option.direction == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight;
    painter.setPen(option.palette.color(QPalette::WindowText));
    const QString name = index.data().toString();
    painter.drawText(places.name(), int(start | Qt::AlignVCenter | Qt::AlignAbsolute),
                     option.fontMetrics.elidedText(name, Qt::ElideRight, places.name().width()));
    painter.setPen(option.palette.color(QPalette::PlaceholderText));
    paintWrapped(painter, places.detail(), start, index.data(AccountDelegate::DetailRole).toString());
    const Tone tone = index.data(AccountDelegate::ToneRole).value<Tone>();
    paintToneMark(painter, places.mark(), tone, option.palette);
    if (index.data(AccountDelegate::DefaultRole).toBool())
        paintStar(painter, places.star(), option.palette.color(QPalette::Link));
}

} // namespace

void AccountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option);
    painter->setFont(option.font);
    paintTexts(*painter, option, index);
    painter->restore();
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect ring;
        ring.QStyleOption::operator=(option);
        option.widget->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, painter, option.widget);
    }
}

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem whole = option;
    const auto *list = qobject_cast<const QListWidget *>(option.widget);
    whole.rect.setWidth(list ? list->viewport()->width() : option.rect.width());
    const int line = option.fontMetrics.height();
    const int detail =
        wrappedHeight(option.font, index.data(DetailRole).toString(), Places(whole, index).detail().width());
    return {0, line + lineGap + std::max(detail, line) + 2 * vertical};
}

} // namespace framekey
