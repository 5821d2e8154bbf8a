// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

namespace framekey::test
{

QString nameOf(QWidget *widget)
{
    const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

QList<QWidget *> visibleWidgets(QWidget &root)
{
    QList<QWidget *> visible = root.findChildren<QWidget *>();
    visible.removeIf([](const QWidget *widget) { return !widget->isVisible(); });
    return visible;
}

QString labelled(QWidget &root, const QString &prefix)
{
    QStringList found;
    for (QWidget *widget : visibleWidgets(root)) {
        if (qobject_cast<QLabel *>(widget) && nameOf(widget).startsWith(prefix + QStringLiteral(": ")))
            found += nameOf(widget).mid(prefix.size() + 2);
    }
    return found.size() == 1 ? found.first() : QString();
}

QStringList buttons(QWidget &root)
{
    QList<QPushButton *> visible = root.findChildren<QPushButton *>();
    visible.removeIf([](const QPushButton *button) { return !button->isVisible(); });
    std::ranges::sort(visible, {}, [&root](const QPushButton *button) {
        const QPoint at = button->mapTo(&root, button->rect().center());
        return std::pair(at.y(), at.x());
    });
    QStringList names;
    for (QPushButton *button : visible)
        names += nameOf(button);
    return names;
}

void press(QWidget &root, const QString &name)
{
    auto *button = byName<QPushButton>(root, name);
    QVERIFY2(button, qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
}

void settle(QWidget &page, int width, int height)
{
    page.resize(width, height);
    page.show();
    for (int round = 0; round < 3; ++round)
        QCoreApplication::processEvents();
}

} // namespace framekey::test
