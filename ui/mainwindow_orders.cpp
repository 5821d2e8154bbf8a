// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can ask of the window.
#include "ui/mainwindow.h"

#include "accounts/accountlist.h"
#include "session/session.h"
#include "ui/accountformpage.h"
#include "ui/pagearea.h"
#include "ui/presentation/failuretext.h"
#include "ui/presentation/personcard.h"
#include "ui/reauthorizepage.h"
#include "ui/sessionorders.h"
#include "ui/statuspage.h"
#include "ui/tokenclipboard.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QPointer>

#include <algorithm>

namespace framekey
{

void MainWindow::take(Order order)
{
    switch (order) {
    case Order::SignIn:
        return signIn();
    case Order::CopyToken:
        return copyToken();
    case Order::DismissNotice:
        return dismissNotices();
    case Order::SetUpSuccessor:
        return setUpSuccessor();
    case Order::PutEndAway:
        return putEndAway();
    case Order::TryPractice:
        return tryPractice();
    case Order::RetryPractice:
        return m_accounts.retryLocalServer();
    case Order::RemoveThisAccount:
        return m_accounts.remove(m_accountId);
    case Order::KeepBoth:
        return m_secondSignIns.keepBoth(m_accountId);
    case Order::OpenHelp:
        return openHelp();
    case Order::Quit:
        return Q_EMIT quitRequested();
    default:
        break;
    }
    Session *shown = session();
    if (!turnTo(order) && shown)
        carryOut(order, *shown);
}

bool MainWindow::turnTo(Order order)
{
    switch (order) {
    case Order::OpenSettings:
        openForm(m_accountId);
        return true;
    case Order::OpenActivity:
        openActivity();
        return true;
    case Order::ChangeAccess:
        changeAccess();
        return true;
    case Order::AddAccount:
        openForm({});
        return true;
    case Order::ImportEnv:
        importEnv();
        return true;
    case Order::Reauthorize:
        reauthorize();
        return true;
    case Order::Back:
        backToStatus();
        return true;
    default:
        return false;
    }
}

void MainWindow::changeAccess()
{
    openForm(m_accountId);
    form().focusScopes();
}

void MainWindow::openHelp()
{
    const AccountView shown = view();
    QDesktopServices::openUrl(QUrl(helpAddress(shown.snapshot, shown.provider)));
}

void MainWindow::takeFor(Order order, const QString &id)
{
    if (order == Order::MakeDefault)
        return m_accounts.setDefault(id);
    showAccount(id);
    if (order == Order::RemoveAccount) {
        openForm(id);
        form().askForRemoval();
    } else {
        take(order);
    }
}

void MainWindow::signIn()
{
    if (Session *shown = session())
        shown->signIn();
    else
        openForm({});
}

void MainWindow::copyToken()
{
    using namespace std::chrono_literals;
    Session *shown = session();
    if (!shown)
        return;
    const QPointer<MainWindow> self(this);
    shown->withAccessToken(60s, [self](const auto &answer) {
        if (!self)
            return;
        if (answer)
            self->m_clipboard->put(answer->token);
        self->m_status->sayCopied(answer ? tr("Copied for 30 seconds") : tr("Could not be copied"));
    });
}

void MainWindow::reauthorize()
{
    if (!m_reauthorize) {
        m_reauthorize = new ReauthorizePage;
        connect(m_reauthorize, &ReauthorizePage::back, this, &MainWindow::backToStatus);
        connect(m_reauthorize, &ReauthorizePage::anotherPersonWanted, this, [this] {
            backToStatus();
            take(Order::SignInAsAnother);
        });
        connect(m_reauthorize, &ReauthorizePage::confirmed, this, [this](const QStringList &scope) {
            backToStatus();
            if (Session *shown = session())
                shown->reauthorize(scope);
        });
    }
    m_reauthorize->begin(view());
    m_area->showPage(m_reauthorize);
}

void MainWindow::dismissNotices()
{
    m_showsThatItStays = false;
    m_brokenFileDismissed = true;
    m_importProblem.clear();
    refresh();
}

void MainWindow::tryPractice()
{
    const auto &providers = m_accounts.catalogue().providers();
    const auto provider = std::ranges::find_if(providers, &Provider::runsLocally);
    if (provider == providers.end())
        return;
    const auto accounts = m_accounts.accounts();
    const auto there = std::ranges::find(accounts, provider->id, &AccountSettings::provider);
    // Put again it starts its server, where that has ended.
    showAccount(m_accounts.put(there == accounts.end() ? newAccount(*provider) : *there, std::nullopt));
}

AccountFormPage &MainWindow::form()
{
    if (!m_form) {
        m_form = new AccountFormPage(m_accounts.catalogue());
        m_form->setCertificateMaker(m_certificateMaker, &m_clock);
        m_form->setFindClient([this](const AccountSettings &settings) {
            return m_accounts.find(m_accounts.idOfClient(settings));
        });
        connect(m_form, &AccountFormPage::back, this, &MainWindow::backToStatus);
        connect(m_form, &AccountFormPage::saved, this,
                [this](const AccountSettings &settings, const std::optional<Secret> &clientSecret) {
                    showAccount(m_accounts.put(settings, clientSecret));
                });
        connect(m_form, &AccountFormPage::removalConfirmed, this, [this](const QString &id) {
            backToStatus();
            m_accounts.remove(id);
        });
    }
    return *m_form;
}

void MainWindow::openForm(const QString &id)
{
    const auto settings = m_accounts.find(id);
    if (settings)
        form().edit(*settings);
    else
        form().addNew();
    QStringList names;
    for (const AccountSettings &account : m_accounts.accounts())
        names += account.name;
    form().setAccountNames(names);
    m_area->showPage(m_form);
    form().focusFirst();
}

void MainWindow::importEnv()
{
    openForm({});
    form().chooseEnvFile();
}

void MainWindow::putEndAway()
{
    m_endsPutAway.insert(m_accountId);
    refresh();
}

void MainWindow::setUpSuccessor()
{
    const auto old = m_accounts.find(m_accountId);
    const Provider *ending = old ? m_accounts.catalogue().find(old->provider) : nullptr;
    const Provider *successor = ending ? m_accounts.catalogue().find(ending->successor) : nullptr;
    if (!successor)
        return;
    openForm({});
    form().addSuccessor(*old, *successor);
}

void MainWindow::backToStatus()
{
    m_area->showPage(m_status);
    m_status->focusPrimary();
}

} // namespace framekey
