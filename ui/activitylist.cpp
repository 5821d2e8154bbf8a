// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activitylist.h"

#include "ui/activitydelegate.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace framekey
{

ActivityList::ActivityList(QWidget *parent) : QListWidget(parent)
{
    setItemDelegate(new ActivityDelegate(this));
    setAccessibleName(tr("Activity"));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setResizeMode(QListView::Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    viewport()->setAutoFillBackground(false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ActivityList::setRows(const QList<ActivityRow> &rows)
{
    if (rows == m_rows)
        return;
    const QList<ActivityRow> before = std::exchange(m_rows, rows);
    const int current = currentRow();
    const int scrolled = verticalScrollBar()->value();
    const int top = scrolled > 0 ? row(itemAt(0, 0)) : -1;
    const int offset = top < 0 ? 0 : visualItemRect(item(top)).top();
    while (count() > rows.size())
        delete takeItem(count() - 1);
    while (count() < rows.size())
        addItem(new QListWidgetItem);
    for (int index = 0; index < count(); ++index)
        fill(*item(index), rows.at(index));
    setAutoScroll(false); // only who moves by keys is led
    if (current >= 0)
        setCurrentRow(rowOf(before.at(current).first), QItemSelectionModel::NoUpdate);
    setAutoScroll(true);
    doItemsLayout();
    if (top >= 0)
        verticalScrollBar()->setValue(visualItemRect(item(rowOf(before.at(top).first))).top() +
                                      verticalScrollBar()->value() - offset);
    updateGeometry();
}

void ActivityList::fill(QListWidgetItem &item, const ActivityRow &row) const
{
    using Role = ActivityDelegate::Role;
    item.setText(row.who.program);
    item.setData(Role::ProgramRole, row.who.program);
    item.setData(Role::FolderRole, row.who.folder);
    item.setData(Role::WhenRole, row.when);
    item.setData(Role::OutcomeRole, row.outcome);
    item.setData(Role::ClaimsRole, row.who.claims);
    item.setData(Role::ToneRole, QVariant::fromValue(row.tone));
    item.setData(Qt::AccessibleTextRole, row.said);
    item.setToolTip(QStringLiteral("<qt>%1</qt>").arg(row.said.toHtmlEscaped()));
    item.setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
}

int ActivityList::rowOf(const TokenUse &first) const
{
    const auto found = std::ranges::find(m_rows, first, &ActivityRow::first);
    // It has gone: it was the oldest.
    return static_cast<int>(found == m_rows.end() ? m_rows.size() - 1 : found - m_rows.begin());
}

int ActivityList::tallest() const
{
    constexpr int lines = 22;
    return fontMetrics().height() * lines;
}

bool ActivityList::isTall() const
{
    return heightForWidth(width()) >= tallest();
}

int ActivityList::heightForWidth(int width) const
{
    int height = 0;
    for (int row = 0; row < count() && height < tallest(); ++row)
        height += ActivityDelegate::heightOf(indexFromItem(item(row)), font(), width);
    return std::min(height, tallest());
}

QSize ActivityList::sizeHint() const
{
    // The height that counts is heightForWidth.
    return {fontMetrics().averageCharWidth() * 50, minimumSizeHint().height()};
}

QSize ActivityList::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 18, fontMetrics().height() * 3};
}

void ActivityList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        scheduleDelayedItemsLayout();
        updateGeometry();
    }
}

void ActivityList::focusInEvent(QFocusEvent *event)
{
    if (currentRow() < 0 && count() > 0)
        setCurrentRow(0, QItemSelectionModel::NoUpdate);
    QListWidget::focusInEvent(event);
}

} // namespace framekey
