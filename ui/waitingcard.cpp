// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waitingcard.h"

#include "ui/buttons.h"
#include "ui/fadingnote.h"
#include "ui/flowlayout.h"
#include "ui/linkfield.h"
#include "ui/pasterow.h"
#include "ui/presentation/failuretext.h"
#include "ui/presentation/waitingwords.h"
#include "ui/valuelabel.h"
#include "ui/wrappedtext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace framekey
{

WaitingCard::WaitingCard(QWidget *parent) : Card({}, parent), m_hint(new ValueLabel(tr("Message"), this))
{
    body().addWidget(m_hint);
    makeLinkRow();
    makeButtons();
    m_causes = makeLabel({}, this);
    m_causes->hide();
    body().addWidget(m_causes);
    m_pasteRow = new PasteRow(this);
    m_pasteRow->hide();
    connect(m_pasteRow, &PasteRow::addressPasted, this, &WaitingCard::addressPasted);
    body().addWidget(m_pasteRow);
    auto *last = new QHBoxLayout;
    m_until = makeGreyLabel({}, this);
    m_copied = new FadingNote(tr("Copied"), this);
    last->addWidget(m_until, 1);
    last->addWidget(m_copied, 0, Qt::AlignTop);
    body().addLayout(last);
}

void WaitingCard::makeLinkRow()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_link = new LinkField(tr("Sign-in link"), this);
    m_copy = makeButton(tr("Copy link"), this);
    row->addWidget(m_link, 1);
    row->addWidget(m_copy);
    body().addLayout(row);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_link->text());
        m_copied->say(tr("Copied"));
    });
}

void WaitingCard::makeButtons()
{
    auto *row = new FlowLayout;
    m_register = makePrimaryButton(orderWords(Order::RegisterScheme), this);
    m_openAgain = makeButton(orderWords(Order::OpenBrowserAgain), this);
    m_paste = makeButton(tr("Paste the address…"), this);
    m_cancel = makeButton(orderWords(Order::CancelSignIn), this);
    row->addWidget(m_register);
    row->addWidget(m_openAgain);
    row->addWidget(m_paste);
    row->addTrailing(m_cancel);
    body().addLayout(row);
    connect(m_openAgain, &QPushButton::clicked, this, [this] { Q_EMIT ordered(Order::OpenBrowserAgain); });
    connect(m_register, &QPushButton::clicked, this, [this] { Q_EMIT ordered(Order::RegisterScheme); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT ordered(Order::CancelSignIn); });
    connect(m_paste, &QPushButton::clicked, this, &WaitingCard::openPasteRow);
}

void WaitingCard::openPasteRow()
{
    m_pasteRow->show();
    m_pasteRow->takeFocus();
}

void WaitingCard::setSnapshot(const SessionSnapshot &snapshot, const TimeWords &times)
{
    if (!snapshot.waiting)
        return;
    const SessionSnapshot::Waiting &waiting = *snapshot.waiting;
    setTitle(snapshot.pending ? tr("Continue in your browser") : QString());
    setWords(snapshot, times);
    m_link->setLink(waiting.authorizationUrl.toString(QUrl::FullyEncoded));
    for (QWidget *part : std::initializer_list<QWidget *>{m_link, m_copy, m_openAgain, m_paste, m_pasteRow})
        part->setEnabled(!waiting.finishing);
    m_cancel->setEnabled(waiting.canCancel);
    setPastePlace(waiting);
    m_pasteRow->setProblem(waiting.pasteProblem
                               ? FailureText::ofPastedAddress(*waiting.pasteProblem, snapshot.providerName)
                               : QString());
}

void WaitingCard::setPastePlace(const SessionSnapshot::Waiting &waiting)
{
    using Kind = RedirectUri::Kind;
    const bool onlyPaste = waiting.redirectKind == Kind::Paste || !canBeHandedOver(waiting.handOver);
    // Once open it stays: what has been begun in it must not go away.
    if (onlyPaste || waiting.late)
        m_pasteRow->show();
}

void WaitingCard::takeFocus()
{
    m_copy->setFocus(Qt::OtherFocusReason);
}

void WaitingCard::setWords(const SessionSnapshot &snapshot, const TimeWords &times)
{
    const WaitingWords words = WaitingWords::of(*snapshot.waiting, times);
    m_hint->setValue(words.hint);
    m_until->setText(words.until);
    m_causes->setText(breakable(words.causes)); // an address has no blanks
    m_causes->setAccessibleName(words.causes);
    m_causes->setVisible(!words.causes.isEmpty());
    m_openAgain->setText(words.openBrowser);
    m_register->setVisible(words.offersRegistration);
}

void WaitingCard::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous() && isHidden()) {
        m_pasteRow->clear();
        m_pasteRow->hide();
    }
    Card::hideEvent(event);
}

} // namespace framekey
