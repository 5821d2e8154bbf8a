// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reportrow.h"

#include "ui/buttons.h"
#include "ui/fadingnote.h"
#include "ui/presentation/order.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace framekey
{

ReportRow::ReportRow(Place place, QWidget *parent)
    : QWidget(parent), m_copied(new FadingNote(tr("Copied"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    QPushButton *button = makeButton(orderWords(Order::CopyReport), this);
    const QString meaning =
        tr("Versions, settings and what happened, to send to whoever helps you. No name and "
           "no secret is in it.");
    button->setToolTip(meaning);
    button->setAccessibleDescription(meaning);
    connect(button, &QPushButton::clicked, this, &ReportRow::wanted);
    row->addWidget(button);
    row->insertWidget(place == Place::Leading ? 1 : 0, m_copied);
    row->insertStretch(place == Place::Leading ? 2 : 0);
}

void ReportRow::sayCopied()
{
    m_copied->say(tr("Copied"));
}

} // namespace framekey
