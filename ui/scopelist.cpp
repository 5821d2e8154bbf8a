// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scopelist.h"

#include "ui/marks.h"
#include "ui/scopetext.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>

namespace framekey
{

namespace
{

constexpr int rowPadding = 3;
constexpr int markGap = 10;

enum Role { TokenRole = Qt::UserRole, MarkRole };

int markSize(const QFontMetrics &metrics)
{
    return metrics.height() * 3 / 4;
}

class ScopeDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int size = markSize(option.fontMetrics);
        const ScopeText text(index.data(Qt::DisplayRole).toString(), index.data(TokenRole).toString(),
                             option.font);
        const QRect inner = option.rect.adjusted(2, rowPadding, -2, -rowPadding);
        const QRect mark(inner.left() + 2, inner.top() + (option.fontMetrics.height() - size) / 2, size,
                         size);
        const QRect rest = inner.adjusted(size + markGap, 0, 0, 0);
        painter->save();
        paintMark(*painter, QStyle::visualRect(option.direction, inner, mark),
                  index.data(MarkRole).value<ScopeLine::Mark>(), option.palette);
        text.paint(*painter, QStyle::visualRect(option.direction, inner, rest), option.palette,
                   option.direction);
        painter->restore();
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            QStyleOptionFocusRect ring;
            ring.QStyleOption::operator=(option);
            option.widget->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, painter, option.widget);
        }
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *list = qobject_cast<const QListWidget *>(option.widget);
        const int width = list ? list->viewport()->width() : option.rect.width();
        return {0, rowHeight(index.data(Qt::DisplayRole).toString(), index.data(TokenRole).toString(),
                             option.font, width)};
    }

    static int rowHeight(const QString &words, const QString &token, const QFont &font, int width)
    {
        const int inner = width - 4 - markSize(QFontMetrics(font)) - markGap;
        return ScopeText(words, token, font).heightForWidth(inner) + 2 * rowPadding;
    }
};

} // namespace

ScopeList::ScopeList(QWidget *parent) : QListWidget(parent)
{
    setItemDelegate(new ScopeDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setResizeMode(QListView::Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    viewport()->setAutoFillBackground(false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ScopeList::setLines(const ScopeLines &lines)
{
    if (lines == m_lines && count() == lines.size())
        return;
    const int row = currentRow();
    m_lines = lines;
    clear();
    for (const ScopeLine &line : lines) {
        auto *item = new QListWidgetItem(line.words, this);
        item->setData(TokenRole, line.token);
        item->setData(MarkRole, QVariant::fromValue(line.mark));
        item->setData(Qt::AccessibleTextRole, line.accessibleName);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }
    setCurrentRow(std::min(row, count() - 1), QItemSelectionModel::NoUpdate);
    updateGeometry();
}

int ScopeList::heightForWidth(int width) const
{
    int height = 0;
    for (const ScopeLine &line : m_lines)
        height += ScopeDelegate::rowHeight(line.words, line.token, font(), width);
    return height;
}

QSize ScopeList::sizeHint() const
{
    // The height that counts is heightForWidth.
    return {fontMetrics().averageCharWidth() * 50, fontMetrics().height()};
}

QSize ScopeList::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 18, 0};
}

void ScopeList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        scheduleDelayedItemsLayout();
        updateGeometry();
    }
}

void ScopeList::focusInEvent(QFocusEvent *event)
{
    if (currentRow() < 0 && count() > 0)
        setCurrentRow(0, QItemSelectionModel::NoUpdate);
    QListWidget::focusInEvent(event);
}

} // namespace framekey
