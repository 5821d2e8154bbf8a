// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagecard.h"

#include "ui/buttons.h"
#include "ui/flowlayout.h"
#include "ui/scopetext.h"
#include "ui/theme.h"
#include "ui/valuelabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace framekey
{

MessageCard::MessageCard(QWidget *parent)
    : Card({}, parent)
    , m_message(new ValueLabel(tr("Message"), this))
    , m_code(makeGreyLabel({}, this))
    , m_buttonRow(new QWidget(this))
{
    m_code->setFont(fixedFont(font()));
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_buttonRow->setLayout(new FlowLayout);
    makeButtons();
    body().addWidget(m_message);
    body().addWidget(m_code);
    body().addWidget(m_buttonRow);
}

void MessageCard::setWords(const CardWords &words)
{
    if (words == m_words)
        return;
    const bool newButtons = words.buttons != m_words.buttons;
    m_words = words;
    m_message->setRichValue(
        QStringLiteral("<p style='margin:0 0 4px 0'><b>%1</b></p><p style='margin:0'>%2</p>")
            .arg(words.title.toHtmlEscaped(), words.text.toHtmlEscaped()),
        words.title + QStringLiteral(". ") + words.text);
    m_code->setText(words.code);
    m_code->setVisible(!words.code.isEmpty());
    if (newButtons)
        setButtons(words.buttons);
    m_buttonRow->setVisible(!words.buttons.isEmpty());
    update();
}

QColor MessageCard::stripe() const
{
    return toneColors(palette(), m_words.tone).mark;
}

void MessageCard::makeButtons()
{
    for (std::size_t index = 0; index < m_buttons.size(); ++index) {
        m_buttons[index] = makeButton({}, m_buttonRow);
        m_buttons[index]->hide();
        m_buttonRow->layout()->addWidget(m_buttons[index]);
        connect(m_buttons[index], &QPushButton::clicked, this,
                [this, index] { Q_EMIT ordered(m_words.buttons.at(static_cast<qsizetype>(index)).order); });
    }
}

void MessageCard::setButtons(const QList<CardWords::Button> &buttons)
{
    for (std::size_t index = 0; index < m_buttons.size(); ++index) {
        const CardWords::Button words = buttons.value(static_cast<qsizetype>(index));
        m_buttons[index]->setText(words.text);
        setPrimary(*m_buttons[index], words.primary);
        m_buttons[index]->setVisible(!words.text.isEmpty());
    }
}

} // namespace framekey
