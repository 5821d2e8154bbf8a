// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/buttons.h"

#include <QPushButton>

namespace framekey
{

QPushButton *makePrimaryButton(const QString &text, QWidget *parent)
{
    QPushButton *button = makeButton(text, parent);
    setPrimary(*button, true);
    return button;
}

QPushButton *makeButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    // Outside a dialog only an automatic default button is pressed by Return.
    button->setAutoDefault(true);
    return button;
}

QPushButton *makeLinkButton(const QString &text, QWidget *parent)
{
    QPushButton *button = makeButton(text, parent);
    button->setFlat(true);
    return button;
}

void setPrimary(QPushButton &button, bool primary)
{
    button.setProperty("primary", primary);
    button.updateGeometry();
    QFont font = button.font();
    font.setBold(primary);
    button.setFont(font);
}

} // namespace framekey
