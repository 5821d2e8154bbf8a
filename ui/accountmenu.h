// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/accountrow.h"
#include "ui/presentation/order.h"

#include <QMenu>

namespace framekey
{

/// What can be done with one account of the list, beside choosing it. Deletes itself when it is closed.
class AccountMenu : public QMenu
{
    Q_OBJECT

public:
    AccountMenu(const AccountRow &row, QWidget *parent);

Q_SIGNALS:
    void ordered(framekey::Order order, const QString &id);

private:
    void add(Order order, bool enabled);

    QString m_id;
};

} // namespace framekey
