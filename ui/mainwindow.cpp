// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "accounts/accountlist.h"
#include "session/clock.h"
#include "session/session.h"
#include "ui/accountformpage.h"
#include "ui/accountpane.h"
#include "ui/activitypage.h"
#include "ui/logo.h"
#include "ui/pagearea.h"
#include "ui/statuspage.h"
#include "ui/tokenclipboard.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace framekey
{

namespace
{

constexpr int firstWidth = 460;
/// Room for a signed-in account without scrolling, in lines of text.
constexpr int firstLines = 37;

} // namespace

MainWindow::MainWindow(AccountList &accounts, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_secondSignIns(accounts)
    , m_clock(clock)
    , m_pane(new AccountPane(this))
    , m_area(new PageArea(this))
    , m_status(new StatusPage)
    , m_clipboard(new TokenClipboard(this))
    , m_minute(new QTimer(this))
{
    setWindowTitle(QStringLiteral("Framekey"));
    setWindowIcon(logoIcon());
    makeLayout();
    connectAll();
    followAccounts();
    resize(firstWidth, fontMetrics().height() * firstLines);
}

MainWindow::~MainWindow() = default;

void MainWindow::makeLayout()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_pane);
    row->addWidget(m_area, 1);
    m_pane->hide();
    m_area->showPage(m_status);
}

void MainWindow::connectAll()
{
    m_minute->setSingleShot(true);
    // A coarse timer may come early, and then once more: two wake-ups for one change.
    m_minute->setTimerType(Qt::PreciseTimer);
    connect(m_minute, &QTimer::timeout, this, &MainWindow::refresh);
    connect(m_status, &StatusPage::ordered, this, &MainWindow::take);
    connect(m_status, &StatusPage::reportWanted, this, &MainWindow::copyReport);
    connect(m_status, &StatusPage::addressPasted, this, [this](const QString &text) {
        if (Session *shown = session())
            shown->finishWithPastedAddress(text);
    });
    connect(m_pane, &AccountPane::accountChosen, this, &MainWindow::showAccount);
    connect(m_pane, &AccountPane::addRequested, this, [this] { take(Order::AddAccount); });
    connect(m_pane, &AccountPane::moveRequested, &m_accounts, &AccountList::move);
    connect(m_pane, &AccountPane::ordered, this, &MainWindow::takeFor);
    connect(&m_accounts, &AccountList::accountsChanged, this, &MainWindow::followAccounts);
    connect(&m_accounts, &AccountList::saveProblemChanged, this, &MainWindow::refresh);
    connect(&m_secondSignIns, &SecondSignIns::changed, this, &MainWindow::refresh);
    auto *quit = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), this);
    connect(quit, &QShortcut::activated, this, &MainWindow::quitRequested);
}

void MainWindow::followAccounts()
{
    for (const AccountSettings &account : m_accounts.accounts())
        connect(m_accounts.session(account.id), &Session::snapshotChanged, this, &MainWindow::refresh,
                Qt::UniqueConnection);
    QStringList ids;
    for (const AccountSettings &account : m_accounts.accounts())
        ids += account.id;
    if (!m_accounts.session(m_accountId)) {
        // The next one takes a removed one's place; at first it is the default.
        const qsizetype place = m_ids.indexOf(m_accountId);
        m_accountId = place < 0 ? m_accounts.defaultId() : ids.value(std::min(place, ids.size() - 1));
        backToStatus();
    }
    m_ids = ids;
    refresh();
}

void MainWindow::refresh()
{
    const TimeWords times(m_clock.nowUtc());
    refreshPane();
    if (session())
        m_status->setView(view(), times, notices(), m_pane->isVisibleTo(this));
    else
        m_status->showNoAccount(notices());
    showQuestion();
    if (m_activityPage && m_activityPage->isVisible())
        m_activityPage->refresh();
    startMinuteTimer();
}

void MainWindow::refreshPane()
{
    QList<AccountRow> rows;
    for (const AccountSettings &account : m_accounts.accounts()) {
        rows += AccountRow::of(m_accounts.session(account.id)->snapshot());
        rows.last().isDefault = account.id == m_accounts.defaultId();
    }
    m_pane->setRows(rows, m_accountId);
    const bool wanted = rows.size() > 1;
    if (wanted && m_pane->isHidden())
        resize(width() + m_pane->sizeHint().width(), height());
    m_pane->setVisible(wanted);
}

void MainWindow::startMinuteTimer()
{
    using State = SessionSnapshot::State;
    const Session *shown = session();
    const bool tellsTimes = shown && shown->snapshot().state != State::SignedOut;
    if (isVisible() && tellsTimes)
        m_minute->start(TimeWords(m_clock.nowUtc()).untilNextChange());
    else
        m_minute->stop();
}

Session *MainWindow::session() const
{
    return m_accounts.session(m_accountId);
}

AccountView MainWindow::view() const
{
    const auto settings = m_accounts.find(m_accountId).value_or(AccountSettings{});
    const ProviderCatalogue &catalogue = m_accounts.catalogue();
    auto end = ServiceEnd::of(settings, catalogue, m_clock.nowUtc());
    if (end)
        end->isPutAway = m_endsPutAway.contains(m_accountId);
    return {session()->snapshot(), catalogue.find(settings.provider), settings.scopes, end, scriptTarget()};
}

QList<CardWords> MainWindow::notices() const
{
    QList<CardWords> cards;
    if (m_showsThatItStays)
        cards += keepsRunningCard();
    if (!m_importProblem.isEmpty())
        cards += notImportedCard(m_importProblem);
    if (m_accounts.hasSaveProblem())
        cards += notSavedCard();
    if (!m_accounts.brokenFileKeptAs().isEmpty() && !m_brokenFileDismissed)
        cards += brokenFileCard(m_accounts.brokenFileKeptAs());
    if (const auto first = m_accounts.find(m_secondSignIns.firstOf(m_accountId)))
        cards += samePersonCard(personName(session()->snapshot().person), first->name);
    return cards;
}

void MainWindow::bringUp()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::showAccount(const QString &id)
{
    if (!m_accounts.session(id))
        return;
    m_accountId = id;
    backToStatus();
    refresh();
}

void MainWindow::showAccountUnlessBusy(const QString &id)
{
    if (m_area->page() == m_status)
        showAccount(id);
}

void MainWindow::sayImportProblem(const QString &sentence)
{
    m_importProblem = sentence;
    refresh();
}

bool MainWindow::staysForScripts() const
{
    const auto accounts = m_accounts.accounts();
    return std::ranges::any_of(accounts, [this](const AccountSettings &account) {
        using State = SessionSnapshot::State;
        const SessionSnapshot &snapshot = m_accounts.session(account.id)->snapshot();
        // A sign-in that has ended is no reason: hiding would keep that from the person.
        return snapshot.isUsable() || snapshot.waiting || snapshot.state == State::Offline ||
               snapshot.state == State::KeychainLocked;
    });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // Accepted in every case, which hides it: a window that refuses would keep QApplication::quit() from
    // ending.
    event->accept();
    if (!staysForScripts()) {
        Q_EMIT quitRequested();
    } else if (!m_saidThatItStays) {
        m_saidThatItStays = true;
        m_showsThatItStays = true;
        // Later, so that it is not said when it is the program's end that closes the window.
        QTimer::singleShot(0, this, &MainWindow::hiddenWhileSignedIn);
    }
}

void MainWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        refresh();
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    // Its children come behind it, and then the screen.
    if (!std::exchange(m_isDrawn, true))
        QTimer::singleShot(0, this, &MainWindow::drawn);
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_minute->stop();
}

} // namespace framekey
