// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connectioncard.h"

#include "oauth/redirecturi.h"
#include "session/clock.h"
#include "ui/buttons.h"
#include "ui/certificaterow.h"
#include "ui/credentialchoice.h"
#include "ui/fieldnote.h"
#include "ui/filechooser.h"
#include "ui/flowlayout.h"
#include "ui/formrows.h"
#include "ui/presentation/certificatewords.h"
#include "ui/presentation/credentialtype.h"
#include "ui/presentation/order.h"
#include "ui/scopebox.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace framekey
{

namespace
{

using Field = AccountField;

/// From its beginning, where an address says what it is.
void setText(QLineEdit &line, const QString &text)
{
    line.setText(text);
    line.setCursorPosition(0);
}

} // namespace

ConnectionCard::ConnectionCard(const ProviderCatalogue &catalogue, QWidget *parent)
    : Card(tr("Connection"), parent), m_catalogue(catalogue), m_rows(new FormRows(this))
{
    makeRows();
    body().addWidget(m_rows);
    makeLastRow();
    connect(m_service, &QComboBox::activated, this,
            [this] { Q_EMIT providerChosen(m_service->currentData().toString()); });
    connect(m_credential, &CredentialChoice::chosen, this, &ConnectionCard::credentialTypeChosen);
    connect(m_lines[Field::RedirectUri], &QLineEdit::textChanged, this, &ConnectionCard::showRedirectHint);
    connect(m_certificate, &CertificateRow::filesChanged, this, &ConnectionCard::showCertificate);
    connect(m_certificate, &CertificateRow::said, this, &ConnectionCard::sayOfCertificate);
}

void ConnectionCard::makeRows()
{
    m_service = new QComboBox(m_rows);
    m_service->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const Provider &offered : m_catalogue.providers())
        m_service->addItem(offered.name, offered.id);
    m_rows->addField(Field::Provider, tr("Service"), {}, m_service);
    m_credential = new CredentialChoice(*m_rows);
    const auto line = [this](Field field, const QString &caption, const QString &hint,
                             QWidget *beside = nullptr) {
        m_lines[field] = m_rows->addLine(field, caption, hint, beside);
    };
    line(Field::ClientId, tr("Client ID"), {});
    line(Field::ClientSecret, tr("Client secret"), {});
    m_lines[Field::ClientSecret]->setEchoMode(QLineEdit::Password);
    m_removeSecret = new ScopeBox(tr("Remove the kept secret"), {}, m_rows);
    m_rows->addBelow(Field::ClientSecret, m_removeSecret);
    QPushButton *copy = makeButton(tr("Copy"), m_rows);
    line(Field::RedirectUri, tr("Redirect address"), {}, copy);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(addressToRegister(m_lines[Field::RedirectUri]->text()));
        m_rows->setHint(Field::RedirectUri, tr("Copied."));
    });
    m_certificate = new CertificateRow(m_rows);
    m_rows->addField(Field::RedirectCertificate, tr("Certificate"), {}, m_certificate);
    line(Field::AuthorizationEndpoint, tr("Authorization address"), tr("Where people sign in."));
    line(Field::TokenEndpoint, tr("Token address"), tr("Gives the tokens."));
    line(Field::RevocationEndpoint, tr("Revocation address"), tr("Takes a sign-in back. May be empty."));
    line(Field::ApiEndpoint, tr("API address"),
         tr("With its version; /me under it tells who you are. May be empty."));
    QPushButton *browse = makeButton(tr("Browse…"), m_rows);
    line(Field::CaFile, tr("Extra CA file"),
         tr("Certificates (PEM) to trust besides the system's. May be empty."), browse);
    connect(browse, &QPushButton::clicked, this, &ConnectionCard::chooseCaFile);
    line(Field::Name, tr("Account name"), tr("The name of this account in lists and scripts."));
}

void ConnectionCard::makeLastRow()
{
    auto *row = new FlowLayout;
    m_import = makeButton(orderWords(Order::ImportEnv), this);
    m_console = makeLinkButton(tr("Open the console"), this);
    m_importNote = new FieldNote(tr("Or drop a .env file here. Its secret goes to the keychain with Save."),
                                 *m_import, this);
    row->addWidget(m_import);
    row->addTrailing(m_console);
    body().addLayout(row);
    body().addWidget(m_importNote);
    connect(m_import, &QPushButton::clicked, this, &ConnectionCard::importRequested);
    connect(m_console, &QPushButton::clicked, this, &ConnectionCard::openConsole);
    connect(m_credential, &CredentialChoice::consoleRequested, this, &ConnectionCard::openConsole);
}

void ConnectionCard::setDraft(const AccountDraft &draft)
{
    m_service->setCurrentIndex(m_service->findData(draft.provider));
    for (auto line = m_lines.cbegin(); line != m_lines.cend(); ++line)
        setText(*line.value(), draft.texts.value(line.key()));
    m_certificate->setFiles(draft.redirectCertificate);
    m_removeSecret->setChecked(draft.removeSecret);
    m_lines[Field::ClientSecret]->setPlaceholderText(draft.hasKeptSecret() ? tr("unchanged") : QString());
    m_credentialType = draft.credentialType;
    m_credential->setProvider(m_catalogue.find(draft.provider), draft.credentialType);
    m_credential->setStepsShown(draft.isNew());
    showProvider(draft);
    setFaults({});
    showRedirectHint();
    setImportProblem({});
}

void ConnectionCard::showProvider(const AccountDraft &draft)
{
    const Provider *shown = m_catalogue.find(draft.provider);
    // Where there are types, theirs are the words and the link.
    const bool hasTypes = draft.credentialType.has_value();
    m_rows->setHint(Field::ClientId, shown && !hasTypes ? shown->registerHint : QString());
    m_console->setVisible(shown && !hasTypes && !shown->consoleUrl.isEmpty());
    m_rows->setHint(Field::ClientSecret, secretHint(draft));
    m_rows->setShown(Field::ClientSecret, draft.mayHaveSecret());
    // A credential type with a secret cannot do without it.
    m_removeSecret->setVisible(draft.hasKeptSecret() && !draft.credentialType);
    const bool endpoints = shown && asksForEndpoints(*shown, draft.settings());
    for (const Field field :
         {Field::AuthorizationEndpoint, Field::TokenEndpoint, Field::RevocationEndpoint, Field::ApiEndpoint})
        m_rows->setShown(field, endpoints);
}

void ConnectionCard::fill(AccountDraft &draft) const
{
    for (auto line = m_lines.cbegin(); line != m_lines.cend(); ++line)
        draft.texts[line.key()] = line.value()->text();
    draft.redirectCertificate = m_certificate->files();
    draft.removeSecret = draft.hasKeptSecret() && m_removeSecret->isChecked();
}

void ConnectionCard::setSecret(const Secret &clientSecret)
{
    m_lines[Field::ClientSecret]->setText(QString::fromUtf8(clientSecret.reveal()));
}

void ConnectionCard::setFaults(const AccountFaults &faults)
{
    m_rows->setFaults(faults);
    showCertificate();
}

void ConnectionCard::setImportProblem(const QString &text)
{
    m_importNote->setProblem(text);
}

QWidget *ConnectionCard::firstWrong() const
{
    return m_rows->firstWrong();
}

void ConnectionCard::focusFirst()
{
    m_service->setFocus(Qt::OtherFocusReason);
}

void ConnectionCard::showRedirectHint()
{
    m_rows->setHint(Field::RedirectUri, redirectHint(m_lines[Field::RedirectUri]->text(),
                                                     m_credentialType ? &*m_credentialType : nullptr));
    showCertificate();
}

void ConnectionCard::showCertificate()
{
    const auto redirect = RedirectUri::parse(m_lines[Field::RedirectUri]->text().trimmed());
    const bool needed = redirect && redirect->kind == RedirectUri::Kind::LoopbackTls;
    m_rows->setShown(Field::RedirectCertificate, needed);
    if (needed)
        m_certificate->judge(redirect->host, m_clock ? m_clock->nowUtc() : QDateTime::currentDateTimeUtc());
}

void ConnectionCard::sayOfCertificate(const CertificateWords &words)
{
    m_rows->setHint(Field::RedirectCertificate, words.isProblem ? QString() : words.text);
    m_rows->setProblem(Field::RedirectCertificate, words.isProblem ? words.text : QString());
}

void ConnectionCard::setCertificateMaker(CertificateMaker *maker, const Clock *clock)
{
    m_clock = clock;
    m_certificate->setMaker(maker);
    showCertificate();
}

void ConnectionCard::chooseCaFile()
{
    chooseFile(this, tr("Extra CA file"), tr("Certificates (*.pem *.crt *.cer);;All files (*)"),
               [this](const QString &path) { m_lines[Field::CaFile]->setText(path); });
}

void ConnectionCard::openConsole() const
{
    if (const Provider *shown = provider())
        QDesktopServices::openUrl(QUrl(shown->consoleUrl));
}

const Provider *ConnectionCard::provider() const
{
    return m_catalogue.find(m_service->currentData().toString());
}

} // namespace framekey
