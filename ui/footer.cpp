// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/footer.h"

#include "ui/buttons.h"
#include "ui/flowlayout.h"

#include <QPushButton>

namespace framekey
{

Footer::Footer(const QList<Order> &links, const QList<Order> &trailingLinks,
               const QList<Order> &trailingButtons, QWidget *parent)
    : QWidget(parent)
{
    auto *row = new FlowLayout(10);
    for (const Order order : links)
        row->addWidget(add(makeLinkButton(orderWords(order), this), order));
    for (const Order order : trailingLinks)
        row->addTrailing(add(makeLinkButton(orderWords(order), this), order));
    for (const Order order : trailingButtons)
        row->addTrailing(add(makeButton(orderWords(order), this), order));
    setLayout(row);
}

void Footer::setShown(Order order, bool shown)
{
    if (QPushButton *button = m_buttons.value(order))
        button->setVisible(shown);
}

QPushButton *Footer::add(QPushButton *button, Order order)
{
    m_buttons.insert(order, button);
    connect(button, &QPushButton::clicked, this, [this, order] { Q_EMIT ordered(order); });
    return button;
}

} // namespace framekey
