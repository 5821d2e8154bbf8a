// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accesscard.h"

#include "ui/buttons.h"
#include "ui/flowlayout.h"
#include "ui/scopelist.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace framekey
{

namespace
{

using State = SessionSnapshot::State;

} // namespace

AccessCard::AccessCard(QWidget *parent)
    : Card(tr("Granted access"), parent)
    , m_list(new ScopeList(this))
    , m_reauthorize(makeButton(orderWords(Order::Reauthorize), this))
    , m_change(makeLinkButton(orderWords(Order::ChangeAccess), this))
{
    auto *row = new FlowLayout;
    row->addWidget(m_reauthorize);
    row->addWidget(m_change);
    body().addWidget(m_list);
    body().addLayout(row);
    connect(m_reauthorize, &QPushButton::clicked, this, [this] { Q_EMIT ordered(Order::Reauthorize); });
    connect(m_change, &QPushButton::clicked, this, [this] { Q_EMIT ordered(Order::ChangeAccess); });
}

void AccessCard::setView(const AccountView &view)
{
    const SessionSnapshot &snapshot = view.snapshot;
    const bool signedOut = snapshot.state == State::SignedOut;
    if (signedOut)
        setHeading(tr("What Framekey will ask for"));
    else if (!snapshot.grantedScope)
        setHeading(tr("Granted access"), tr("Granted access: not told by %1").arg(snapshot.providerName));
    else
        setHeading(snapshot.state == State::SignInNeeded ? tr("Was granted") : tr("Granted access"));
    m_list->setLines(signedOut ? askedLines(view.scope, view.provider)
                               : grantedLines(snapshot, view.provider));
    m_reauthorize->setVisible(snapshot.isUsable() && !snapshot.pending);
    m_change->setVisible(signedOut);
}

void AccessCard::setHeading(const QString &name, const QString &title)
{
    setTitle(title.isEmpty() ? name : title);
    m_list->setAccessibleName(name);
}

} // namespace framekey
