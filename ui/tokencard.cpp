// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokencard.h"

#include "ui/buttons.h"
#include "ui/fadingnote.h"
#include "ui/flowlayout.h"
#include "ui/valuelabel.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace framekey
{

TokenCard::TokenCard(QWidget *parent) : Card(tr("Access token"), parent), m_buttonRow(new QWidget(this))
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(1, 1);
    m_expires = addRow(*grid, tr("Expires"));
    m_renewal = addRow(*grid, tr("Renewal"));
    m_keptIn = addRow(*grid, tr("Kept in"));
    body().addLayout(grid);
    makeButtons();
    body().addWidget(m_buttonRow);
}

ValueLabel *TokenCard::addRow(QGridLayout &grid, const QString &caption)
{
    auto *value = new ValueLabel(caption, this);
    QLabel *label = makeGreyLabel(caption, this);
    label->setWordWrap(false);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0, Qt::AlignTop);
    grid.addWidget(value, row, 1);
    return value;
}

void TokenCard::makeButtons()
{
    auto *row = new FlowLayout;
    m_buttonRow->setLayout(row);
    for (const Order order : {Order::RenewNow, Order::CopyToken}) {
        QPushButton *button = makeButton(orderWords(order), m_buttonRow);
        connect(button, &QPushButton::clicked, this, [this, order] { Q_EMIT ordered(order); });
        row->addWidget(button);
        if (order == Order::RenewNow)
            m_renewNow = button;
    }
    m_copied = new FadingNote(tr("Copied for 30 seconds"), this);
    setCorner(m_copied);
}

void TokenCard::setSnapshot(const SessionSnapshot &snapshot, const TimeWords &times)
{
    const TokenWords words = TokenWords::of(snapshot, times);
    m_expires->setValue(words.expires);
    m_renewal->setValue(words.renewal);
    m_keptIn->setValue(words.keptIn);
    m_buttonRow->setVisible(snapshot.isUsable());
    m_renewNow->setEnabled(snapshot.renewable && snapshot.state != SessionSnapshot::State::Renewing);
}

void TokenCard::sayCopied(const QString &text)
{
    m_copied->say(text);
}

} // namespace framekey
