// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accountlistview.h"

#include "ui/accountdelegate.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QKeyEvent>

namespace framekey
{

AccountListView::AccountListView(QWidget *parent) : QListWidget(parent)
{
    setItemDelegate(new AccountDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setResizeMode(QListView::Adjust);
    viewport()->setAutoFillBackground(false);
    setDragDropMode(QAbstractItemView::InternalMove);
}

QString AccountListView::idAt(int row) const
{
    const QListWidgetItem *found = item(row);
    return found ? found->data(AccountDelegate::IdRole).toString() : QString();
}

int AccountListView::droppedAt(const QPoint &at) const
{
    const int row = indexAt(at).row();
    switch (dropIndicatorPosition()) {
    case AboveItem:
        return row;
    case BelowItem:
        return row + 1;
    case OnItem:
    case OnViewport:
        break;
    }
    return count();
}

void AccountListView::dropEvent(QDropEvent *event)
{
    if (event->source() != this)
        return;
    // Were it a move, the row would be taken out of the list when the drag ends.
    event->setDropAction(Qt::IgnoreAction);
    event->accept();
    const int from = currentRow(); // the press that began the drag chose it
    const int to = droppedAt(event->position().toPoint());
    stopAutoScroll();
    setState(NoState);
    viewport()->update();
    const QString id = idAt(from);
    if (!id.isEmpty())
        Q_EMIT moveRequested(id, to > from ? to - 1 : to);
}

void AccountListView::keyPressEvent(QKeyEvent *event)
{
    const bool up = event->key() == Qt::Key_Up;
    const bool moves = event->modifiers().testFlag(Qt::AltModifier) && (up || event->key() == Qt::Key_Down);
    if (!moves || currentRow() < 0) {
        QListWidget::keyPressEvent(event);
        return;
    }
    event->accept();
    const int to = currentRow() + (up ? -1 : 1);
    if (to >= 0 && to < count())
        Q_EMIT moveRequested(idAt(currentRow()), to);
}

void AccountListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const int row = byMouse ? indexAt(event->pos()).row() : currentRow();
    if (row < 0)
        return;
    const QPoint at =
        byMouse ? event->globalPos() : viewport()->mapToGlobal(visualItemRect(item(row)).center());
    Q_EMIT menuRequested(idAt(row), at);
}

} // namespace framekey
