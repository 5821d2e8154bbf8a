// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/accountrow.h"
#include "ui/presentation/order.h"

#include <QWidget>

class QPushButton;

namespace framekey
{

class AccountListView;

/// The accounts at the window's side, from two on.
class AccountPane : public QWidget
{
    Q_OBJECT

public:
    explicit AccountPane(QWidget *parent = nullptr);

    void setRows(const QList<AccountRow> &rows, const QString &shownId);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void accountChosen(const QString &id);
    /// The account is wanted at this place of the list, counted from 0.
    void moveRequested(const QString &id, int position);
    /// Something else is wanted of this account.
    void ordered(framekey::Order order, const QString &id);
    void addRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void connectAll();
    void setRow(int index, const AccountRow &row);
    void openMenu(const QString &id, const QPoint &at);

    AccountListView *m_list;
    QPushButton *m_makeDefault = nullptr;
    QPushButton *m_add = nullptr;
    QList<AccountRow> m_rows;
    QString m_shownId;
};

} // namespace framekey
