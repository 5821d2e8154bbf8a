// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linkfield.h"

#include "ui/scopetext.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionFrame>

namespace framekey
{

LinkField::LinkField(const QString &name, QWidget *parent) : QLineEdit(parent)
{
    setReadOnly(true);
    // Named, so that a screen reader does not spell the address.
    setAccessibleName(name);
}

void LinkField::setLink(const QString &link)
{
    if (link == text())
        return;
    // Only now: a font of its own costs a tenth of the window's start.
    setFont(fixedFont(parentWidget() ? parentWidget()->font() : font()));
    setText(link);
    setCursorPosition(0);
}

void LinkField::paintEvent(QPaintEvent *event)
{
    if (hasFocus() || fontMetrics().horizontalAdvance(text()) < width()) {
        QLineEdit::paintEvent(event);
        return;
    }
    QPainter painter(this);
    QStyleOptionFrame option;
    initStyleOption(&option);
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
    const QRect inner = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Text : QPalette::PlaceholderText));
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, inner.width());
    painter.drawText(inner, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), shown);
}

} // namespace framekey
