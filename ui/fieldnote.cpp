// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fieldnote.h"

#include "ui/marks.h"

#include <QPainter>
#include <QStyle>

namespace framekey
{

FieldNote::FieldNote(const QString &hint, QWidget &field, QWidget *parent)
    : QLabel(parent), m_field(field), m_hint(hint)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    QFont small = font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.93);
    setFont(small);
    showWords();
}

void FieldNote::setHint(const QString &hint)
{
    m_hint = hint;
    showWords();
}

void FieldNote::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    showWords();
    m_field.setProperty("problem", hasProblem());
    m_field.update();
}

void FieldNote::showWords()
{
    setContentsMargins(hasProblem() ? fontMetrics().height() + 2 : 0, 0, 0, 0);
    setText(hasProblem() ? m_problem : m_hint);
    if (text().isEmpty())
        hide();
    else if (testAttribute(Qt::WA_WState_ExplicitShowHide))
        show(); // and not otherwise: showing a widget without a layout measures it, which loads its font
    setAccessibleName(hasProblem() ? tr("Message: %1").arg(m_problem) : QString());
    m_field.setAccessibleDescription(text());
    setForegroundRole(hasProblem() ? QPalette::BrightText : QPalette::PlaceholderText);
}

void FieldNote::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    if (!hasProblem())
        return;
    QPainter painter(this);
    const int size = fontMetrics().height() - 3;
    const QRect mark(0, 1, size, size);
    paintProblemMark(painter, QStyle::visualRect(layoutDirection(), rect(), mark), palette());
}

} // namespace framekey
