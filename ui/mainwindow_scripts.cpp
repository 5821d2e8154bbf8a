// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows of scripts: who asked, and who asks now.
#include "ui/mainwindow.h"

#include "accounts/accountlist.h"
#include "accounts/activity.h"
#include "accounts/consents.h"
#include "session/clock.h"
#include "ui/activitypage.h"
#include "ui/consentcard.h"
#include "ui/pagearea.h"
#include "ui/presentation/shellword.h"

namespace framekey
{

void MainWindow::setConsents(Consents &consents)
{
    m_consent = new ConsentCard;
    m_area->setBanner(m_consent);
    connect(m_consent, &ConsentCard::allowed, &consents, &Consents::allow);
    connect(m_consent, &ConsentCard::refused, &consents, &Consents::refuse);
    m_consents = &consents;
    connect(&consents, &Consents::changed, this, &MainWindow::showQuestion);
    // Later, when it has its place in the window.
    connect(&consents, &Consents::asked, this, &MainWindow::sayIfUnseen, Qt::QueuedConnection);
    showQuestion();
}

void MainWindow::showQuestion()
{
    if (m_consents)
        m_consent->setQuestions(m_consents->questions(), TimeWords(m_clock.nowUtc()));
}

void MainWindow::sayIfUnseen(const Consents::Question &question)
{
    // Once for all that wait: a program that asks without end shall not fill the screen.
    const QList<Consents::Question> waiting = m_consents->questions();
    const bool isOldest = !waiting.isEmpty() && waiting.first() == question;
    const bool isSeen = isActiveWindow() && !m_consent->visibleRegion().isEmpty();
    if (!isOldest || isSeen)
        return;
    const ConsentWords words = ConsentWords::of(question, TimeWords(m_clock.nowUtc()));
    Q_EMIT questionUnseen(words.title, words.text + u' ' + ConsentWords::whereToAnswer());
}

void MainWindow::openActivity()
{
    if (!m_activity)
        return;
    if (!m_activityPage) {
        m_activityPage = new ActivityPage(*m_activity, m_clock, [this] { return m_ids.size() > 1; });
        connect(m_activityPage, &ActivityPage::back, this, &MainWindow::backToStatus);
        connect(m_activityPage, &ActivityPage::reportWanted, this, &MainWindow::copyReport);
        if (m_report)
            m_activityPage->offerReport();
    }
    m_area->showPage(m_activityPage);
    m_activityPage->focusFirst();
}

ScriptTarget MainWindow::scriptTarget() const
{
    const auto settings = m_accounts.find(m_accountId);
    if (!settings)
        return {};
    const QString name = accountArgument(settings->name, settings->id);
    return {.api = m_accounts.apiBase(m_accountId),
            .account = m_accountId == m_accounts.defaultId() ? QString() : name};
}

} // namespace framekey
