// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consentcard.h"

#include "ui/buttons.h"
#include "ui/flowlayout.h"
#include "ui/theme.h"
#include "ui/valuelabel.h"
#include "ui/wrappedtext.h"

#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace framekey
{

using namespace std::chrono_literals;

ConsentCard::ConsentCard(QWidget *parent)
    : Card({}, parent)
    , m_question(new ValueLabel(tr("Question"), this))
    , m_others(makeGreyLabel({}, this))
    , m_moment(new QTimer(this))
{
    body().addWidget(m_question);
    makeButtons();
    m_moment->setSingleShot(true);
    m_moment->setInterval(700ms);
    connect(m_moment, &QTimer::timeout, this, [this] { m_allow->setEnabled(true); });
    hide();
}

void ConsentCard::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new FlowLayout;
    m_allow = makeButton(tr("Allow"), buttons);
    m_refuse = makeButton(tr("Refuse"), buttons);
    row->addWidget(m_allow);
    row->addWidget(m_refuse);
    row->addWidget(m_others);
    buttons->setLayout(row);
    body().addWidget(buttons);
    connect(m_allow, &QPushButton::clicked, this, [this] { Q_EMIT allowed(m_id); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { Q_EMIT refused(m_id); });
}

void ConsentCard::setQuestions(const QList<Consents::Question> &questions, const TimeWords &times)
{
    if (questions.isEmpty()) {
        m_id = 0;
        hide();
        return;
    }
    const Consents::Question &first = questions.first();
    showWords(ConsentWords::of(first, times, questions.size() - 1));
    const bool isAnother = std::exchange(m_id, first.id) != first.id;
    if (isAnother && !isHidden())
        holdBack();
    show();
}

void ConsentCard::showWords(const ConsentWords &words)
{
    if (std::exchange(m_words, words) == words)
        return;
    m_question->setRichValue(
        QStringLiteral("<p style='margin:0 0 4px 0'><b>%1</b></p><p style='margin:0'>%2</p>")
            .arg(breakable(words.title).toHtmlEscaped(), breakable(words.text).toHtmlEscaped()),
        words.title + QStringLiteral(". ") + words.text);
    m_others->setText(words.others);
    m_others->setVisible(!words.others.isEmpty());
}

// Who has just answered one question has not read the next.
void ConsentCard::holdBack()
{
    if (m_allow->hasFocus() || m_refuse->hasFocus())
        m_question->setFocus(Qt::OtherFocusReason);
    m_allow->setEnabled(false);
    m_moment->start();
}

void ConsentCard::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    holdBack();
}

void ConsentCard::hideEvent(QHideEvent *event)
{
    m_moment->stop();
    Card::hideEvent(event);
}

QColor ConsentCard::stripe() const
{
    return toneColors(palette(), Tone::Warning).mark;
}

} // namespace framekey
