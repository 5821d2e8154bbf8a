// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accountview.h"
#include "ui/card.h"
#include "ui/presentation/order.h"

class QPushButton;

namespace framekey
{

class ScopeList;

/// The scopes: what will be asked for, what was granted and what was not.
class AccessCard : public Card
{
    Q_OBJECT

public:
    explicit AccessCard(QWidget *parent = nullptr);

    void setView(const AccountView &view);

Q_SIGNALS:
    void ordered(framekey::Order order);

private:
    void setHeading(const QString &name, const QString &title = {});

    ScopeList *m_list;
    QPushButton *m_reauthorize;
    QPushButton *m_change;
};

} // namespace framekey
