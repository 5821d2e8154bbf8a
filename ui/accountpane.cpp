// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accountpane.h"

#include "ui/accountdelegate.h"
#include "ui/accountlistview.h"
#include "ui/accountmenu.h"
#include "ui/buttons.h"

#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace framekey
{

namespace
{

constexpr int margin = 8;

}

AccountPane::AccountPane(QWidget *parent) : QWidget(parent), m_list(new AccountListView(this))
{
    m_list->setAccessibleName(tr("Accounts"));
    m_makeDefault = makeLinkButton(orderWords(Order::MakeDefault), this);
    m_makeDefault->setToolTip(tr("Scripts that name no account use the default."));
    m_add = makeLinkButton(orderWords(Order::AddAccount), this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin + 4, margin, margin);
    column->addWidget(m_list, 1);
    column->addWidget(m_makeDefault, 0, Qt::AlignLeft);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connectAll();
}

void AccountPane::connectAll()
{
    connect(m_add, &QPushButton::clicked, this, &AccountPane::addRequested);
    connect(m_makeDefault, &QPushButton::clicked, this,
            [this] { Q_EMIT ordered(Order::MakeDefault, m_shownId); });
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            Q_EMIT accountChosen(item->data(AccountDelegate::IdRole).toString());
    });
    connect(m_list, &AccountListView::moveRequested, this, &AccountPane::moveRequested);
    connect(m_list, &AccountListView::menuRequested, this, &AccountPane::openMenu);
}

void AccountPane::setRows(const QList<AccountRow> &rows, const QString &shownId)
{
    const QSignalBlocker quiet(m_list);
    while (m_list->count() > rows.size())
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < rows.size()) {
        auto *item = new QListWidgetItem;
        item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsDragEnabled);
        m_list->addItem(item);
    }
    bool shownIsDefault = false;
    for (int index = 0; index < rows.size(); ++index) {
        AccountRow row = rows[index];
        row.place = index + 1;
        row.count = int(rows.size());
        if (m_rows.value(index) != row)
            setRow(index, row);
        m_rows.resize(rows.size());
        m_rows[index] = row;
        if (row.id != shownId)
            continue;
        shownIsDefault = row.isDefault;
        if (m_list->currentRow() != index)
            m_list->setCurrentRow(index);
    }
    m_shownId = shownId;
    m_makeDefault->setVisible(!shownIsDefault);
}

void AccountPane::setRow(int index, const AccountRow &row)
{
    QListWidgetItem *item = m_list->item(index);
    item->setText(row.name);
    item->setToolTip(row.toolTip());
    item->setData(AccountDelegate::DetailRole, row.detail);
    item->setData(AccountDelegate::IdRole, row.id);
    item->setData(AccountDelegate::ToneRole, QVariant::fromValue(row.tone));
    item->setData(AccountDelegate::DefaultRole, row.isDefault);
    item->setData(Qt::AccessibleTextRole, row.accessibleName());
}

void AccountPane::openMenu(const QString &id, const QPoint &at)
{
    const auto row = std::ranges::find(m_rows, id, &AccountRow::id);
    if (row == m_rows.end())
        return;
    auto *menu = new AccountMenu(*row, this);
    connect(menu, &AccountMenu::ordered, this, [this](Order order, const QString &account) {
        const auto found = std::ranges::find(m_rows, account, &AccountRow::id);
        const int place = found == m_rows.end() ? 0 : int(found - m_rows.begin());
        if (order == Order::MoveUp || order == Order::MoveDown)
            Q_EMIT moveRequested(account, order == Order::MoveUp ? place - 1 : place + 1);
        else
            Q_EMIT ordered(order, account);
    });
    menu->popup(at);
}

QSize AccountPane::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, 200};
}

void AccountPane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), palette().color(QPalette::Light));
}

} // namespace framekey
