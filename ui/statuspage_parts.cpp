// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the page consists of; what most starts do not show is made when it is first shown.
#include "ui/accesscard.h"
#include "ui/buttons.h"
#include "ui/card.h"
#include "ui/messagecard.h"
#include "ui/reportrow.h"
#include "ui/scriptscard.h"
#include "ui/statuspage.h"
#include "ui/taborder.h"
#include "ui/tokencard.h"
#include "ui/waitingcard.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace framekey
{

void StatusPage::makeSignIn()
{
    m_signIn = makePrimaryButton(orderWords(Order::SignIn), this);
    connect(m_signIn, &QPushButton::clicked, this, [this] { Q_EMIT ordered(Order::SignIn); });
    m_promise = makeGreyLabel({}, this);
    m_promise->setAlignment(Qt::AlignHCenter);
    m_another = makeLinkButton(orderWords(Order::SignInAsAnother), this);
    connect(m_another, &QPushButton::clicked, this, [this] { Q_EMIT ordered(Order::SignInAsAnother); });
    m_practice = makeLinkButton(orderWords(Order::TryPractice), this);
    connect(m_practice, &QPushButton::clicked, this, [this] { Q_EMIT ordered(Order::TryPractice); });
    m_column->addWidget(m_signIn);
    m_column->addWidget(m_promise);
    m_column->addWidget(m_another, 0, Qt::AlignHCenter);
    m_column->addWidget(m_practice, 0, Qt::AlignHCenter);
}

void StatusPage::makeMessage()
{
    auto *card = new MessageCard(this);
    insert(card, m_waiting ? static_cast<QWidget *>(m_waiting) : m_report);
    m_messages += card;
    connect(card, &MessageCard::ordered, this, &StatusPage::ordered);
}

void StatusPage::makeWaiting()
{
    m_waiting = new WaitingCard(this);
    m_waiting->hide();
    insert(m_waiting, m_report);
    connect(m_waiting, &WaitingCard::ordered, this, &StatusPage::ordered);
    connect(m_waiting, &WaitingCard::addressPasted, this, &StatusPage::addressPasted);
}

void StatusPage::makeIntroduction()
{
    m_introduction = new Card(tr("What you need"), this);
    m_introduction->body().addWidget(makeLabel(
        tr("Framekey signs in as an app that you register with Frame.io once. Have its client ID at hand, "
           "or a .env file that holds it. To look around first, try with a practice account: it needs "
           "nothing."),
        m_introduction));
    insert(m_introduction, m_token ? static_cast<QWidget *>(m_token) : m_access);
}

void StatusPage::makeToken()
{
    m_token = new TokenCard(this);
    insert(m_token, m_access);
    connect(m_token, &TokenCard::ordered, this, &StatusPage::ordered);
}

void StatusPage::makeScripts()
{
    m_scripts = new ScriptsCard(this);
    insert(m_scripts, m_signIn);
}

// On the screen, for the Tab key, and for those who have it read out.
void StatusPage::insert(QWidget *part, QWidget *before)
{
    m_column->insertWidget(m_column->indexOf(before), part);
    part->stackUnder(before);
    orderTabsAsLaidOut(*this);
}

} // namespace framekey
