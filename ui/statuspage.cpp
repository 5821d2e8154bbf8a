// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statuspage.h"

#include "ui/accesscard.h"
#include "ui/chip.h"
#include "ui/footer.h"
#include "ui/header.h"
#include "ui/headerlabel.h"
#include "ui/messagecard.h"
#include "ui/presentation/headingwords.h"
#include "ui/reportrow.h"
#include "ui/scriptscard.h"
#include "ui/tokencard.h"
#include "ui/waitingcard.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace framekey
{

namespace
{

using State = SessionSnapshot::State;
constexpr int cardGap = 11;

// Something that others may be asked about; what the person decided is not.
bool hasTrouble(const SessionSnapshot &snapshot)
{
    using Kind = Failure::Kind;
    const auto &waiting = snapshot.waiting;
    const bool waitsInVain = waiting && (waiting->late || !waiting->browserOpened || waiting->pasteProblem);
    const bool isOwnDoing = snapshot.problem && (snapshot.problem->kind == Kind::Denied ||
                                                 snapshot.problem->kind == Kind::Cancelled);
    return waitsInVain || (snapshot.problem && !isOwnDoing) || snapshot.storageProblem ||
           snapshot.clientSecretProblem || snapshot.personProblem || snapshot.state == State::KeychainLocked;
}

bool tellsTrouble(const QList<CardWords> &notices)
{
    return std::ranges::any_of(notices, [](const CardWords &notice) {
        return notice.tone == Tone::Warning || notice.tone == Tone::Problem;
    });
}

bool showsTokens(const SessionSnapshot &snapshot)
{
    return snapshot.isUsable() || snapshot.state == State::Offline || snapshot.state == State::SignInNeeded;
}

} // namespace

StatusPage::StatusPage(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(cardGap);
    m_column->addWidget(m_header = new Header(this));
    // Below what somebody may be typing into.
    m_column->addWidget(m_report = new ReportRow(ReportRow::Place::Leading, this));
    m_report->hide();
    connect(m_report, &ReportRow::wanted, this, &StatusPage::reportWanted);
    m_column->addWidget(m_access = new AccessCard(this));
    makeSignIn();
    m_column->addStretch(1);
    m_column->addWidget(
        m_footer = new Footer({Order::OpenSettings, Order::OpenActivity, Order::AddAccount, Order::ImportEnv},
                              {Order::Quit}, {Order::SignOut}, this));
    connect(m_access, &AccessCard::ordered, this, &StatusPage::ordered);
    connect(m_footer, &Footer::ordered, this, &StatusPage::ordered);
}

void StatusPage::showNoAccount(const QList<CardWords> &notices)
{
    SessionSnapshot none;
    none.state = State::SignedOut;
    const HeadingWords words = HeadingWords::withoutAccount();
    m_header->label().setHeading(words.title, words.detail);
    m_header->chip().setStatus(statusText(none.state), statusTone(none.state));
    m_header->relayout();
    setMessages(notices);
    setSections(none);
    m_report->setVisible(m_offersReport && tellsTrouble(notices));
    if (!m_introduction)
        makeIntroduction();
    m_introduction->show();
    m_access->hide();
    setFooter(none, false);
    m_footer->setShown(Order::OpenSettings, false);
    m_footer->setShown(Order::OpenActivity, false);
}

void StatusPage::setView(const AccountView &view, const TimeWords &times, const QList<CardWords> &notices,
                         bool hasAccountList)
{
    const SessionSnapshot &snapshot = view.snapshot;
    setHeader(view);
    setMessages(notices + cardsFor(snapshot, times, view.provider, view.end ? &*view.end : nullptr));
    if (snapshot.waiting && !m_waiting)
        makeWaiting();
    if (m_waiting)
        m_waiting->setSnapshot(snapshot, times);
    if (showsTokens(snapshot) && !m_token)
        makeToken();
    if (m_token)
        m_token->setSnapshot(snapshot, times);
    m_access->setView(view);
    if (snapshot.isUsable() && !m_scripts)
        makeScripts();
    if (m_scripts)
        m_scripts->setTarget(view.scripts);
    setSections(snapshot, view.provider);
    m_report->setVisible(m_offersReport && (hasTrouble(snapshot) || tellsTrouble(notices)));
    setFooter(snapshot, hasAccountList);
    // Only from the start: after a sign-out a second Return must not sign in again.
    if (std::exchange(m_state, snapshot.state) == State::Starting)
        focusPrimary();
}

void StatusPage::setHeader(const AccountView &view)
{
    const HeadingWords words = HeadingWords::of(view.snapshot, view.provider);
    if (words.person.isEmpty())
        m_header->label().setHeading(words.title, words.detail);
    else
        m_header->label().setPerson(words.person, words.title, words.detail);
    m_header->chip().setStatus(statusText(view.snapshot.state), statusTone(view.snapshot.state));
    m_header->relayout();
}

void StatusPage::setMessages(const QList<CardWords> &cards)
{
    while (m_messages.size() < cards.size())
        makeMessage();
    for (qsizetype index = 0; index < m_messages.size(); ++index) {
        m_messages[index]->setWords(cards.value(index));
        m_messages[index]->setVisible(index < cards.size());
    }
}

void StatusPage::setSections(const SessionSnapshot &snapshot, const Provider *provider)
{
    const bool signedOut = snapshot.state == State::SignedOut;
    if (m_introduction)
        m_introduction->hide();
    const bool beginsToWait = snapshot.waiting && m_waiting->isHidden();
    if (m_waiting)
        m_waiting->setVisible(snapshot.waiting.has_value());
    if (beginsToWait)
        m_waiting->takeFocus();
    if (m_token)
        m_token->setVisible(showsTokens(snapshot));
    m_access->setVisible(signedOut || showsTokens(snapshot));
    if (m_scripts)
        m_scripts->setVisible(snapshot.isUsable());
    m_signIn->setVisible(signedOut);
    const bool elsewhere = provider && !provider->signInName.isEmpty();
    m_promise->setText(tr("Your browser opens. Your password stays with %1; Framekey never sees it.")
                           .arg(elsewhere ? provider->signInName : QStringLiteral("Frame.io")));
    m_promise->setVisible(signedOut);
    m_another->setVisible(signedOut && provider && !provider->quirks.promptForPerson.isEmpty());
    m_practice->setVisible(signedOut);
}

void StatusPage::setFooter(const SessionSnapshot &snapshot, bool hasAccountList)
{
    const bool signedOut = snapshot.state == State::SignedOut;
    const bool signedIn = snapshot.isUsable() || snapshot.state == State::Offline;
    m_footer->setShown(Order::OpenSettings, true);
    m_footer->setShown(Order::OpenActivity, true);
    m_footer->setShown(Order::AddAccount, !hasAccountList && snapshot.state != State::SigningIn);
    m_footer->setShown(Order::ImportEnv, signedOut);
    m_footer->setShown(Order::SignOut, signedIn);
}

void StatusPage::sayReportCopied()
{
    m_report->sayCopied();
}

void StatusPage::sayCopied(const QString &text)
{
    if (m_token)
        m_token->sayCopied(text);
}

void StatusPage::focusPrimary()
{
    if (m_signIn->isVisibleTo(this))
        m_signIn->setFocus(Qt::OtherFocusReason);
    else if (m_waiting && m_waiting->isVisibleTo(this))
        m_waiting->takeFocus();
}

} // namespace framekey
