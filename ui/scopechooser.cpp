// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scopechooser.h"

#include "oauth/scope.h"
#include "ui/card.h"
#include "ui/fieldnote.h"
#include "ui/presentation/scopelines.h"
#include "ui/scopebox.h"
#include "ui/taborder.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace framekey
{

ScopeChooser::ScopeChooser(QWidget *parent) : QWidget(parent), m_boxColumn(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    m_boxColumn->setSpacing(0);
    column->addLayout(m_boxColumn);
    QLabel *label = makeLabel(tr("Further scopes"), this);
    m_further = new QLineEdit(this);
    m_further->setAccessibleName(label->text());
    label->setBuddy(m_further);
    m_note = new FieldNote(tr("Scope tokens that are not listed here, with blanks between them."), *m_further,
                           this);
    column->addSpacing(6);
    column->addWidget(label);
    column->addWidget(m_further);
    column->addWidget(m_note);
    connect(m_further, &QLineEdit::textChanged, this, &ScopeChooser::changed);
}

void ScopeChooser::setCatalogue(const Provider *provider)
{
    qDeleteAll(m_made);
    m_made.clear();
    m_boxes.clear();
    if (!provider)
        return;
    QString group;
    QWidget *before = stopBefore(m_further);
    for (const ScopeWords &words : provider->catalogue) {
        if (words.group != group) {
            group = words.group;
            addHeading(QCoreApplication::translate("ScopeWords", group.toUtf8().constData()));
        }
        auto *box = new ScopeBox(scopeWords(provider, words.token), words.token, this);
        m_boxColumn->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &ScopeChooser::changed);
        m_boxes += box;
        m_made += box;
        setTabOrder(before, box);
        before = box;
    }
    setTabOrder(before, m_further);
}

void ScopeChooser::addHeading(const QString &text)
{
    QLabel *heading = makeGreyLabel(text, this);
    heading->setContentsMargins(0, m_made.isEmpty() ? 0 : 8, 0, 1);
    m_boxColumn->addWidget(heading);
    m_made += heading;
}

void ScopeChooser::setScope(const QStringList &scope)
{
    QStringList further = scope;
    for (ScopeBox *box : m_boxes) {
        box->setChecked(scope.contains(box->token()));
        further.removeAll(box->token());
    }
    m_further->setText(formatScope(further));
    setProblem({});
}

QStringList ScopeChooser::scope() const
{
    QStringList chosen;
    for (const ScopeBox *box : m_boxes) {
        if (box->isChecked())
            chosen += box->token();
    }
    chosen += parseScope(m_further->text());
    chosen.removeDuplicates();
    return chosen;
}

void ScopeChooser::setProblem(const QString &text)
{
    m_note->setProblem(text);
}

void ScopeChooser::focusFirst()
{
    QWidget *first = m_boxes.isEmpty() ? static_cast<QWidget *>(m_further) : m_boxes.first();
    first->setFocus(Qt::TabFocusReason);
}

void ScopeChooser::focusFurther()
{
    m_further->setFocus(Qt::TabFocusReason);
}

} // namespace framekey
