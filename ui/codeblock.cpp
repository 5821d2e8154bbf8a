// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/codeblock.h"

#include "ui/scopetext.h"
#include "ui/wrappedtext.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QTextOption>
#include <QWheelEvent>

namespace framekey
{

namespace
{

constexpr int padding = 9;

} // namespace

CodeBlock::CodeBlock(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setLayoutDirection(Qt::LeftToRight);
    document()->setDocumentMargin(0);
    setViewportMargins(padding, padding, padding, padding);
    viewport()->setAutoFillBackground(false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CodeBlock::setCode(const QString &name, const QString &code)
{
    setAccessibleName(name);
    if (code == toPlainText())
        return;
    // Only now: a font of its own costs a tenth of the window's start.
    setFont(fixedFont(parentWidget() ? parentWidget()->font() : font()));
    setPlainText(code);
    updateGeometry();
}

int CodeBlock::heightForWidth(int width) const
{
    int height = 0;
    const QStringList lines = toPlainText().split(u'\n');
    for (const QString &line : lines)
        height += wrappedHeight(font(), line.isEmpty() ? QStringLiteral(" ") : line, width - 2 * padding);
    return height + 2 * padding;
}

QSize CodeBlock::sizeHint() const
{
    // The height that counts is heightForWidth.
    return {fontMetrics().averageCharWidth() * 50, fontMetrics().height() + 2 * padding};
}

QSize CodeBlock::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 18, fontMetrics().height() + 2 * padding};
}

bool CodeBlock::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Paint: {
        QPainter painter(this);
        QStyleOptionFrame ground;
        ground.initFrom(this);
        ground.state |= QStyle::State_ReadOnly;
        style()->drawPrimitive(QStyle::PE_PanelLineEdit, &ground, &painter, this);
        break;
    }
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        update();
        break;
    case QEvent::FontChange:
        updateGeometry();
        break;
    default:
        break;
    }
    return QPlainTextEdit::event(event);
}

void CodeBlock::wheelEvent(QWheelEvent *event)
{
    // There is nothing to scroll here; the page is meant.
    event->ignore();
}

} // namespace framekey
