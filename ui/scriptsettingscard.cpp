// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scriptsettingscard.h"

#include "ui/scopebox.h"

#include <QLabel>
#include <QVBoxLayout>

namespace framekey
{

ScriptSettingsCard::ScriptSettingsCard(QWidget *parent)
    : Card(tr("Scripts"), parent)
    , m_askEachTime(new ScopeBox(tr("Ask me each time a script wants a token"), {}, this))
{
    QLabel *meaning = makeGreyLabel(tr("The script waits until you answer in this window, a minute at most; "
                                       "where Framekey runs without a display, it is refused."),
                                    this);
    m_askEachTime->setAccessibleDescription(meaning->text());
    body().addWidget(m_askEachTime);
    body().addWidget(meaning);
}

void ScriptSettingsCard::setAskEachTime(bool ask)
{
    m_askEachTime->setChecked(ask);
}

bool ScriptSettingsCard::askEachTime() const
{
    return m_askEachTime->isChecked();
}

} // namespace framekey
