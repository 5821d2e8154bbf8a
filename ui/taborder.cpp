// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/taborder.h"

#include <QLayout>
#include <QWidget>

#include <map>
#include <ranges>

namespace framekey
{

namespace
{

bool isStop(const QWidget *widget)
{
    return widget->focusPolicy() & Qt::TabFocus;
}

int placeIn(const QWidget &page, QWidget *part)
{
    while (part->parentWidget() != &page)
        part = part->parentWidget();
    return page.layout()->indexOf(part);
}

} // namespace

// setTabOrder takes no widget that the key does not stop at.
QWidget *stopBefore(QWidget *widget)
{
    QWidget *before = widget->previousInFocusChain();
    while (before != widget && !isStop(before))
        before = before->previousInFocusChain();
    return before;
}

void orderTabsAsLaidOut(QWidget &page)
{
    std::multimap<int, QWidget *> stops; // those of one part stay in their order
    for (QWidget *next = page.nextInFocusChain(); next != &page; next = next->nextInFocusChain()) {
        if (page.isAncestorOf(next) && isStop(next))
            stops.emplace(placeIn(page, next), next);
    }
    QWidget *before = stopBefore(&page);
    const bool alone = page.isAncestorOf(before); // the key goes round
    for (QWidget *stop : std::views::values(stops)) {
        if (!alone || stop != stops.begin()->second)
            QWidget::setTabOrder(before, stop);
        before = stop;
    }
}

} // namespace framekey
