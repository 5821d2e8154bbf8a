// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/credentialchoice.h"

#include "accounts/accountsettings.h"
#include "ui/buttons.h"
#include "ui/card.h"
#include "ui/flowlayout.h"
#include "ui/formrows.h"
#include "ui/presentation/credentialtype.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace framekey
{

CredentialChoice::CredentialChoice(FormRows &rows)
    : QObject(&rows)
    , m_rows(rows)
    , m_type(new QComboBox(&rows))
    , m_toggle(makeLinkButton({}, &rows))
    , m_console(makeLinkButton(tr("Open the console"), &rows))
    , m_steps(makeLabel({}, &rows))
{
    m_type->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_rows.addField(AccountField::CredentialType, tr("Credential type"), {}, m_type);
    makeBelow();
    connect(m_type, &QComboBox::activated, this, [this] { Q_EMIT chosen(chosenId()); });
    connect(m_toggle, &QPushButton::clicked, this, [this] { setStepsShown(!m_stepsShown); });
}

void CredentialChoice::makeBelow()
{
    auto *below = new QWidget(&m_rows);
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    auto *links = new FlowLayout(10);
    links->addWidget(m_toggle);
    links->addWidget(m_console);
    column->addLayout(links);
    column->addWidget(m_steps);
    m_rows.addBelow(AccountField::CredentialType, below);
    m_steps->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(m_console, &QPushButton::clicked, this, &CredentialChoice::consoleRequested);
}

void CredentialChoice::setProvider(const Provider *provider, const std::optional<CredentialType> &chosen)
{
    m_types = provider ? provider->credentialTypes : QList<CredentialType>();
    m_type->clear();
    for (const CredentialType &type : m_types)
        m_type->addItem(type.name, type.id);
    m_type->setCurrentIndex(chosen ? m_type->findData(chosen->id) : -1);
    showWords();
    showRow();
}

void CredentialChoice::setStepsShown(bool shown)
{
    m_stepsShown = shown;
    showRow();
}

QString CredentialChoice::chosenId() const
{
    return m_type->currentData().toString();
}

void CredentialChoice::showWords()
{
    const int index = m_type->currentIndex();
    const CredentialType type = m_types.value(index);
    m_rows.setHint(AccountField::CredentialType, type.words);
    m_steps->setText(registerStepsText(type));
}

void CredentialChoice::showRow()
{
    m_rows.setShown(AccountField::CredentialType, !m_types.isEmpty());
    m_toggle->setText(m_stepsShown ? tr("Hide what to register") : tr("What to register"));
    m_steps->setVisible(m_stepsShown && !m_types.isEmpty());
}

} // namespace framekey
