// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reauthorizepage.h"

#include "oauth/scope.h"
#include "ui/buttons.h"
#include "ui/card.h"
#include "ui/chip.h"
#include "ui/footer.h"
#include "ui/header.h"
#include "ui/headerlabel.h"
#include "ui/messagecard.h"
#include "ui/presentation/accountdraft.h"
#include "ui/presentation/headingwords.h"
#include "ui/presentation/scopelines.h"
#include "ui/scopechooser.h"
#include "ui/scopelist.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace framekey
{

ReauthorizePage::ReauthorizePage(QWidget *parent) : QWidget(parent), m_header(new Header(this))
{
    makeCards();
    m_continue = makePrimaryButton(tr("Continue in the browser"), this);
    QLabel *promise = makeGreyLabel(
        tr("You stay signed in as now until the new access has been granted. Cancelling changes nothing."),
        this);
    promise->setAlignment(Qt::AlignHCenter);
    m_another = makeLinkButton(orderWords(Order::SignInAsAnother), this);
    auto *footer = new Footer({Order::Back}, {}, {}, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(11);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_header, m_changes, m_warning, m_chooserCard, m_continue, promise})
        column->addWidget(part);
    column->addWidget(m_another, 0, Qt::AlignHCenter);
    column->addStretch(1);
    column->addWidget(footer);
    connect(m_continue, &QPushButton::clicked, this, &ReauthorizePage::confirm);
    connect(m_another, &QPushButton::clicked, this, &ReauthorizePage::anotherPersonWanted);
    connect(footer, &Footer::ordered, this, &ReauthorizePage::back);
}

void ReauthorizePage::makeCards()
{
    const QString title = tr("Re-authorize: what changes");
    m_changes = new Card(title, this);
    m_list = new ScopeList(m_changes);
    m_list->setAccessibleName(title);
    m_choose = makeLinkButton(tr("Choose access…"), m_changes);
    m_changes->body().addWidget(m_list);
    m_changes->body().addWidget(m_choose, 0, Qt::AlignLeft);
    m_warning = new MessageCard(this);
    m_warning->setWords(losesRenewalCard());
    m_chooserCard = new Card(tr("Access to ask for"), this);
    m_chooser = new ScopeChooser(m_chooserCard);
    m_chooserCard->body().addWidget(m_chooser);
    connect(m_choose, &QPushButton::clicked, this, &ReauthorizePage::showChooser);
    connect(m_chooser, &ScopeChooser::changed, this, &ReauthorizePage::showChanges);
}

void ReauthorizePage::begin(const AccountView &view)
{
    m_view = view;
    m_granted = view.snapshot.grantedScope.value_or(view.snapshot.requestedScope);
    const HeadingWords words = HeadingWords::of(view.snapshot, view.provider);
    m_header->label().setPerson(words.person, words.title, words.detail);
    m_header->chip().setStatus(statusText(view.snapshot.state), statusTone(view.snapshot.state));
    m_header->relayout();
    m_chooser->setCatalogue(view.provider);
    m_chooser->setScope(view.scope);
    m_another->setVisible(view.provider && !view.provider->quirks.promptForPerson.isEmpty());
    m_chooserCard->hide();
    m_choose->show();
    showChanges();
    m_continue->setFocus(Qt::OtherFocusReason);
}

void ReauthorizePage::showChooser()
{
    m_chooserCard->show();
    m_chooser->focusFirst();
    m_choose->hide();
}

void ReauthorizePage::showChanges()
{
    const QStringList wanted = m_chooser->scope();
    m_list->setLines(changeLines(m_granted, wanted, m_view.provider));
    m_warning->setVisible(losesRenewal(m_granted, wanted, m_view.provider));
    m_chooser->setProblem({});
}

void ReauthorizePage::confirm()
{
    const QStringList wanted = m_chooser->scope();
    if (std::ranges::all_of(wanted, isScopeToken)) {
        Q_EMIT confirmed(wanted);
        return;
    }
    m_chooserCard->show();
    m_chooser->setProblem(faultText(AccountField::Scopes, AccountFault::NotAScope));
    m_chooser->focusFurther();
}

void ReauthorizePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT back();
    else
        QWidget::keyPressEvent(event);
}

} // namespace framekey
