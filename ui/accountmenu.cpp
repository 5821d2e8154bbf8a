// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accountmenu.h"

namespace framekey
{

AccountMenu::AccountMenu(const AccountRow &row, QWidget *parent) : QMenu(parent), m_id(row.id)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(row.name);
    add(Order::MakeDefault, !row.isDefault);
    add(Order::MoveUp, row.place > 1);
    add(Order::MoveDown, row.place < row.count);
    addSeparator();
    add(Order::OpenSettings, true);
    add(Order::RemoveAccount, true);
}

void AccountMenu::add(Order order, bool enabled)
{
    QAction *action = addAction(orderWords(order));
    action->setEnabled(enabled);
    if (order == Order::MoveUp)
        action->setShortcut(Qt::ALT | Qt::Key_Up);
    else if (order == Order::MoveDown)
        action->setShortcut(Qt::ALT | Qt::Key_Down);
    // Shown in the menu only: it is the list that takes the keys.
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, order] { Q_EMIT ordered(order, m_id); });
}

} // namespace framekey
