// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formrows.h"

#include "ui/card.h"
#include "ui/fieldnote.h"
#include "ui/presentation/accountdraft.h"

#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace framekey
{

FormRows::FormRows(QWidget *parent) : QWidget(parent), m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(14);
    m_form->setVerticalSpacing(9);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft);
}

QLineEdit *FormRows::addLine(AccountField field, const QString &caption, const QString &hint, QWidget *beside)
{
    auto *edit = new QLineEdit(this);
    // A file dropped on a field is meant for the form.
    edit->setAcceptDrops(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(edit, 1);
    if (beside)
        line->addWidget(beside);
    addRow(field, caption, hint, edit, line);
    if (beside)
        setTabOrder(edit, beside);
    return edit;
}

void FormRows::addField(AccountField field, const QString &caption, const QString &hint, QWidget *input)
{
    auto *line = new QHBoxLayout;
    line->addWidget(input);
    addRow(field, caption, hint, input, line);
}

// Label and field are children of the same widget: only then Qt tells a screen reader that they belong
// together.
void FormRows::addRow(AccountField field, const QString &caption, const QString &hint, QWidget *input,
                      QLayout *line)
{
    Row row;
    row.input = input;
    row.note = new FieldNote(hint, *input, this);
    row.cell = new QVBoxLayout;
    row.cell->setSpacing(4);
    row.cell->addLayout(line);
    row.cell->addWidget(row.note);
    row.label = new QLabel(caption, this);
    row.label->setTextFormat(Qt::PlainText);
    row.label->setBuddy(input);
    input->setAccessibleName(caption);
    m_form->addRow(row.label, row.cell);
    m_order += field;
    m_rows.insert(field, row);
}

void FormRows::addBelow(AccountField field, QWidget *widget)
{
    m_rows[field].cell->addWidget(widget);
}

void FormRows::setShown(AccountField field, bool shown)
{
    m_form->setRowVisible(m_rows[field].cell, shown);
}

bool FormRows::isShown(AccountField field) const
{
    return m_form->isRowVisible(m_rows[field].cell);
}

void FormRows::setHint(AccountField field, const QString &hint)
{
    m_rows[field].note->setHint(hint);
}

void FormRows::setProblem(AccountField field, const QString &problem)
{
    m_rows[field].note->setProblem(problem);
}

void FormRows::setFaults(const AccountFaults &faults)
{
    for (const AccountField field : m_order) {
        const auto fault = faults.constFind(field);
        m_rows[field].note->setProblem(fault == faults.constEnd() ? QString() : faultText(field, *fault));
    }
}

QWidget *FormRows::firstWrong() const
{
    for (const AccountField field : m_order) {
        if (m_rows[field].note->hasProblem() && isShown(field))
            return m_rows[field].input;
    }
    return nullptr;
}

QWidget *FormRows::input(AccountField field) const
{
    return m_rows[field].input;
}

void FormRows::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    chooseWrapping();
}

void FormRows::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        chooseWrapping();
}

void FormRows::chooseWrapping()
{
    int widest = 0;
    for (const Row &row : std::as_const(m_rows))
        widest = std::max(widest, row.label->fontMetrics().horizontalAdvance(row.label->text()));
    const bool above = widest * 5 > width() * 2;
    m_form->setRowWrapPolicy(above ? QFormLayout::WrapAllRows : QFormLayout::DontWrapRows);
    for (const Row &row : std::as_const(m_rows)) {
        // Beside its field a label stands on the field's line, not on the top of the row.
        const int height = row.input->sizeHint().height();
        row.label->setMinimumHeight(above ? 0 : height);
        row.label->setMaximumHeight(above ? QWIDGETSIZE_MAX : height);
        row.label->setWordWrap(row.label->fontMetrics().horizontalAdvance(row.label->text()) > width());
    }
}

} // namespace framekey
