// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pasterow.h"

#include "ui/buttons.h"
#include "ui/card.h"
#include "ui/fieldnote.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace framekey
{

PasteRow::PasteRow(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_note(new FieldNote(tr("It holds “code=”; the code alone does as well."), *m_field, this))
{
    QLabel *label = makeLabel(tr("Address the browser ended at"), this);
    label->setBuddy(m_field);
    m_field->setAccessibleName(label->text());
    QPushButton *done = makeButton(tr("Finish sign-in"), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(done);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 2);
    column->setSpacing(5);
    column->addWidget(label);
    column->addLayout(row);
    column->addWidget(m_note);
    connect(done, &QPushButton::clicked, this, &PasteRow::finish);
    connect(m_field, &QLineEdit::returnPressed, this, &PasteRow::finish);
}

void PasteRow::setProblem(const QString &text)
{
    m_note->setProblem(text);
}

void PasteRow::takeFocus()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

void PasteRow::clear()
{
    m_field->clear();
    m_note->setProblem({});
}

void PasteRow::finish()
{
    const QString text = m_field->text().trimmed();
    if (text.isEmpty()) {
        m_note->setProblem(tr("Paste the address first."));
        takeFocus();
        return;
    }
    Q_EMIT addressPasted(text);
}

} // namespace framekey
