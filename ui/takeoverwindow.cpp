// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/takeoverwindow.h"

#include "ui/logo.h"
#include "ui/messagecard.h"

#include <QCloseEvent>
#include <QVBoxLayout>

namespace framekey
{

namespace
{

constexpr int firstWidth = 460;
constexpr int margin = 16;

} // namespace

TakeOverWindow::TakeOverWindow(QWidget *parent) : QWidget(parent)
{
    setWindowTitle(QStringLiteral("Framekey"));
    setWindowIcon(logoIcon());
    auto *card = new MessageCard(this);
    card->setWords(takeOverCard());
    connect(card, &MessageCard::ordered, this, [this](Order order) {
        m_takeOver = order == Order::TakeOver;
        close();
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->addWidget(card);
    column->addStretch(1);
    resize(firstWidth, column->totalHeightForWidth(firstWidth));
}

void TakeOverWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    Q_EMIT answered(m_takeOver);
}

} // namespace framekey
