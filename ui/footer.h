// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/order.h"

#include <QHash>
#include <QList>
#include <QWidget>

class QPushButton;

namespace framekey
{

/// The last row of a page: links at its start, and what ends something at its end.
class Footer : public QWidget
{
    Q_OBJECT

public:
    /// `links` in their order; `trailing` stand at the far end, as links or as buttons.
    Footer(const QList<Order> &links, const QList<Order> &trailingLinks, const QList<Order> &trailingButtons,
           QWidget *parent = nullptr);

    void setShown(Order order, bool shown);

Q_SIGNALS:
    void ordered(framekey::Order order);

private:
    QPushButton *add(QPushButton *button, Order order);

    QHash<Order, QPushButton *> m_buttons;
};

} // namespace framekey
