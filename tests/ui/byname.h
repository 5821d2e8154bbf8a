// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace framekey::test
{

/// What a screen reader calls it.
[[nodiscard]] QString nameOf(QWidget *widget);
/// The visible widgets of this page in no order.
[[nodiscard]] QList<QWidget *> visibleWidgets(QWidget &root);
/// The one visible widget of this kind and name; null where there is none or more than one.
template <typename Widget>
[[nodiscard]] Widget *byName(QWidget &root, const QString &name)
{
    Widget *found = nullptr;
    for (QWidget *widget : visibleWidgets(root)) {
        auto *candidate = qobject_cast<Widget *>(widget);
        if (!candidate || nameOf(candidate) != name)
            continue;
        if (found)
            return nullptr;
        found = candidate;
    }
    return found;
}
/// What stands behind "prefix: " in the name of the one visible label of it; null text where there is none.
[[nodiscard]] QString labelled(QWidget &root, const QString &prefix);
/// The names of the visible push buttons, as they stand on the screen.
[[nodiscard]] QStringList buttons(QWidget &root);
void press(QWidget &root, const QString &name);
/// Shows it offscreen at this width and lets the layout settle.
void settle(QWidget &page, int width, int height = 700);

} // namespace framekey::test
