// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accountformpage.h"

#include "accounts/envaccount.h"
#include "ui/buttons.h"
#include "ui/chip.h"
#include "ui/connectioncard.h"
#include "ui/filechooser.h"
#include "ui/flowlayout.h"
#include "ui/header.h"
#include "ui/headerlabel.h"
#include "ui/messagecard.h"
#include "ui/presentation/cardwords.h"
#include "ui/presentation/credentialtype.h"
#include "ui/presentation/envwords.h"
#include "ui/presentation/headingwords.h"
#include "ui/scopechooser.h"
#include "ui/scriptsettingscard.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

namespace framekey
{

namespace
{

/// The one local file that is dragged; empty for anything else.
QString draggedFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

AccountFormPage::AccountFormPage(const ProviderCatalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_header(new Header(this))
    , m_connection(new ConnectionCard(catalogue, this))
    , m_access(new Card(tr("Access to ask for"), this))
    , m_scopes(new ScopeChooser(m_access))
    , m_scripts(new ScriptSettingsCard(this))
    , m_knownClient(new MessageCard(this))
    , m_removal(new MessageCard(this))
    , m_footer(new QWidget(this))
{
    m_header->chip().hide();
    m_access->body().addWidget(m_scopes);
    makeFooter();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(11);
    for (QWidget *part : std::initializer_list<QWidget *>{m_header, m_connection, m_access, m_scripts})
        column->addWidget(part);
    column->addStretch(1);
    column->addWidget(m_knownClient);
    column->addWidget(m_removal);
    column->addWidget(m_footer);
    setAcceptDrops(true);
    connectAll();
}

void AccountFormPage::makeFooter()
{
    auto *row = new FlowLayout(10);
    m_back = makeLinkButton(orderWords(Order::Back), m_footer);
    m_remove = makeLinkButton(orderWords(Order::RemoveAccount), m_footer);
    m_save = makePrimaryButton(tr("Save"), m_footer);
    row->addWidget(m_back);
    row->addWidget(m_remove);
    row->addTrailing(m_save);
    m_footer->setLayout(row);
}

void AccountFormPage::connectAll()
{
    connect(m_connection, &ConnectionCard::providerChosen, this, &AccountFormPage::changeProvider);
    connect(m_connection, &ConnectionCard::credentialTypeChosen, this,
            &AccountFormPage::changeCredentialType);
    connect(m_connection, &ConnectionCard::importRequested, this, &AccountFormPage::chooseEnvFile);
    connect(m_back, &QPushButton::clicked, this, &AccountFormPage::back);
    connect(m_save, &QPushButton::clicked, this, &AccountFormPage::save);
    connect(m_remove, &QPushButton::clicked, this, [this] { askForRemoval(true); });
    connect(m_removal, &MessageCard::ordered, this, [this](Order order) {
        if (order == Order::RemoveAccount)
            Q_EMIT removalConfirmed(m_draft.before.id);
        else
            askForRemoval(false);
    });
}

void AccountFormPage::setCertificateMaker(CertificateMaker *maker, const Clock *clock)
{
    m_connection->setCertificateMaker(maker, clock);
}

void AccountFormPage::addNew()
{
    showDraft(AccountDraft::ofNew(m_catalogue.providers().first()));
}

void AccountFormPage::addSuccessor(const AccountSettings &settings, const Provider &successor)
{
    showDraft(AccountDraft::ofSuccessor(settings, successor));
}

void AccountFormPage::edit(const AccountSettings &settings)
{
    showDraft(AccountDraft::of(settings, m_catalogue.find(settings.provider)));
}

void AccountFormPage::showDraft(const AccountDraft &draft)
{
    const bool otherCatalogue = m_draft.provider != draft.provider;
    m_draft = draft;
    m_connection->setDraft(draft);
    if (otherCatalogue)
        m_scopes->setCatalogue(m_catalogue.find(draft.provider));
    m_scopes->setScope(draft.scopes);
    m_scripts->setAskEachTime(draft.askEachTime);
    showHeading();
    m_knownClient->hide();
    askForRemoval(false);
}

void AccountFormPage::showHeading()
{
    const QString practice = practiceNotice(m_catalogue.find(m_draft.provider));
    if (m_draft.isNew())
        m_header->label().setHeading(tr("New account"), practice.isEmpty()
                                                            ? tr("Tell Framekey which app to sign in with.")
                                                            : practice);
    else
        m_header->label().setHeading(tr("Settings"), practice.isEmpty() ? m_draft.before.name : practice);
    m_header->relayout();
}

AccountDraft AccountFormPage::draft() const
{
    AccountDraft draft = m_draft;
    m_connection->fill(draft);
    draft.scopes = m_scopes->scope();
    draft.askEachTime = m_scripts->askEachTime();
    return draft;
}

void AccountFormPage::changeProvider(const QString &id)
{
    const Provider *from = m_catalogue.find(m_draft.provider);
    const Provider *to = m_catalogue.find(id);
    if (!to || from == to)
        return;
    AccountDraft changed = draft();
    changed.changeProvider(from ? *from : *to, *to);
    showDraft(changed);
}

void AccountFormPage::changeCredentialType(const QString &id)
{
    AccountDraft changed = draft();
    const Provider *provider = m_catalogue.find(changed.provider);
    if (const CredentialType *type = provider ? credentialTypeOf(*provider, id) : nullptr) {
        changed.changeCredentialType(*type);
        showDraft(changed);
    }
}

void AccountFormPage::save()
{
    const AccountDraft typed = draft();
    const AccountFaults faults = typed.faults(m_catalogue.find(typed.provider), takenNames());
    m_connection->setFaults(faults);
    const bool badScope = faults.contains(AccountField::Scopes);
    m_scopes->setProblem(badScope ? faultText(AccountField::Scopes, faults[AccountField::Scopes])
                                  : QString());
    if (faults.isEmpty()) {
        Q_EMIT saved(typed.settings(), typed.clientSecret());
        // The typed secret does not stay in the field.
        m_connection->setSecret({});
    } else if (QWidget *wrong = m_connection->firstWrong()) {
        wrong->setFocus(Qt::TabFocusReason);
    } else {
        m_scopes->focusFurther();
    }
}

void AccountFormPage::chooseEnvFile()
{
    chooseFile(this, tr("Import .env"), tr(".env files (.env *.env);;All files (*)"),
               [this](const QString &path) { importEnvFile(path); });
}

void AccountFormPage::importEnvFile(const QString &path)
{
    const auto names = readEnvFile(path);
    const auto account = names ? accountFromEnv(*names, m_catalogue) : std::unexpected(names.error());
    if (!account) {
        m_connection->setImportProblem(envFaultText(account.error()));
        return;
    }
    const QString idBefore = m_draft.before.id;
    showDraft(draftOf(*account));
    if (m_draft.before.id != idBefore) {
        m_knownClient->setWords(knownClientCard(m_draft.before.name));
        m_knownClient->show();
    }
    if (account->clientSecret)
        m_connection->setSecret(*account->clientSecret);
    m_save->setFocus(Qt::OtherFocusReason);
}

AccountDraft AccountFormPage::draftOf(const EnvAccount &imported) const
{
    const auto kept = m_findClient ? m_findClient(imported.settings) : std::nullopt;
    AccountSettings settings = imported.settings;
    settings.askEachTime = m_scripts->askEachTime(); // no file says
    if (kept) {
        settings = imported.over(*kept, m_catalogue);
    } else if (!m_draft.isNew()) {
        settings.id = m_draft.before.id;
        settings.name = m_draft.before.name;
    }
    AccountDraft draft = AccountDraft::of(settings, m_catalogue.find(settings.provider));
    // Whether a secret is kept is not for the file to say.
    const AccountSettings &before = kept ? *kept : m_draft.before;
    draft.before.clientAuthentication = before.clientAuthentication;
    draft.before.provider = before.provider;
    return draft;
}

QStringList AccountFormPage::takenNames() const
{
    QStringList others = m_accountNames;
    if (!m_draft.isNew())
        others.removeOne(m_draft.before.name);
    return others;
}

void AccountFormPage::askForRemoval(bool ask)
{
    m_removal->setWords(
        {Tone::Warning,
         tr("Remove this account?"),
         tr("It is signed out, and Framekey forgets its settings and its secret."),
         {},
         {{Order::RemoveAccount, tr("Remove account")}, {Order::Back, orderWords(Order::Back)}}});
    m_removal->setVisible(ask);
    m_footer->setVisible(!ask);
    m_remove->setVisible(!m_draft.isNew());
}

void AccountFormPage::focusFirst()
{
    m_connection->focusFirst();
}

void AccountFormPage::focusScopes()
{
    m_scopes->focusFirst();
}

void AccountFormPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT back();
    else
        QWidget::keyPressEvent(event);
}

void AccountFormPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData() && !draggedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void AccountFormPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    importEnvFile(draggedFile(*event->mimeData()));
}

} // namespace framekey
