// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activitypage.h"

#include "accounts/activity.h"
#include "session/clock.h"
#include "ui/activitylist.h"
#include "ui/buttons.h"
#include "ui/card.h"
#include "ui/chip.h"
#include "ui/header.h"
#include "ui/headerlabel.h"
#include "ui/presentation/order.h"
#include "ui/reportrow.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace framekey
{

using namespace std::chrono_literals;

ActivityPage::ActivityPage(const Activity &activity, const Clock &clock, std::function<bool()> namesAccounts,
                           QWidget *parent)
    : QWidget(parent)
    , m_activity(activity)
    , m_clock(clock)
    , m_namesAccounts(std::move(namesAccounts))
    , m_pause(new QTimer(this))
{
    makeLayout();
    m_pause->setSingleShot(true);
    m_pause->setInterval(1s);
    connect(m_pause, &QTimer::timeout, this, &ActivityPage::takePause);
    connect(m_back, &QPushButton::clicked, this, &ActivityPage::back);
}

void ActivityPage::makeLayout()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(11);
    auto *header = new Header(this);
    header->chip().hide();
    header->label().setHeading(tr("Activity"), tr("Who asked for a token"));
    column->addWidget(header);
    column->addWidget(makeGreyLabel(activityMeaning(), this));
    auto *card = new Card({}, this);
    card->body().setSpacing(0);
    m_nobody = makeLabel(nobodyAsked(), card);
    m_list = new ActivityList(card);
    card->body().addWidget(m_nobody);
    card->body().addWidget(m_list);
    column->addWidget(m_card = card);
    column->addStretch();
    auto *bottom = new QHBoxLayout;
    m_back = makeLinkButton(orderWords(Order::Back), this);
    bottom->addWidget(m_back);
    bottom->addWidget(m_report = new ReportRow(ReportRow::Place::Trailing, this), 1);
    m_report->hide();
    bottom->addStretch();
    connect(m_report, &ReportRow::wanted, this, &ActivityPage::reportWanted);
    column->addLayout(bottom);
}

void ActivityPage::refresh()
{
    m_list->setRows(activityRows(m_activity.uses(), TimeWords(m_clock.nowUtc()), m_namesAccounts()));
    m_nobody->setVisible(m_list->count() == 0);
    m_list->setVisible(m_list->count() > 0);
    static_cast<QVBoxLayout *>(layout())->setStretchFactor(m_card, m_list->isTall() ? 1 : 0);
}

void ActivityPage::focusFirst()
{
    (m_list->isVisibleTo(this) ? static_cast<QWidget *>(m_list) : m_back)->setFocus(Qt::OtherFocusReason);
}

void ActivityPage::offerReport()
{
    m_report->show();
}

void ActivityPage::sayReportCopied()
{
    m_report->sayCopied();
}

void ActivityPage::takeChange()
{
    m_changed = m_pause->isActive();
    if (m_changed)
        return;
    refresh();
    m_pause->start();
}

void ActivityPage::takePause()
{
    if (m_changed)
        takeChange();
}

void ActivityPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    connect(&m_activity, &Activity::changed, this, &ActivityPage::takeChange, Qt::UniqueConnection);
    refresh();
}

void ActivityPage::hideEvent(QHideEvent *event)
{
    // A thousand requests a second cost nothing while nobody looks.
    disconnect(&m_activity, nullptr, this, nullptr);
    m_pause->stop();
    m_changed = false;
    QWidget::hideEvent(event);
}

void ActivityPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT back();
    else
        QWidget::keyPressEvent(event);
}

} // namespace framekey
