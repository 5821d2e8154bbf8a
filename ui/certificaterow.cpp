// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificaterow.h"

#include "oauth/redirectcertificate.h"
#include "ui/buttons.h"
#include "ui/filechooser.h"
#include "ui/flowlayout.h"
#include "ui/presentation/certificatewords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

#include <utility>

namespace framekey
{

CertificateRow::CertificateRow(QWidget *parent) : QWidget(parent)
{
    makeButtons();
    setFocusProxy(m_choose);
    setMaker(nullptr);
}

void CertificateRow::makeButtons()
{
    auto *row = new FlowLayout;
    m_make = makeButton(tr("Make a certificate"), this);
    m_mkcert = makeButton(tr("Make with mkcert"), this);
    m_choose = makeButton(tr("Choose files…"), this);
    m_trust = makeButton(tr("Trust it in Chromium"), this);
    for (QPushButton *button : {m_make, m_mkcert, m_choose, m_trust})
        row->addWidget(button);
    setLayout(row);
    connect(m_make, &QPushButton::clicked, this, [this] { begin(CertificateMaker::Task::Make); });
    connect(m_mkcert, &QPushButton::clicked, this, [this] { begin(CertificateMaker::Task::MakeWithMkcert); });
    connect(m_choose, &QPushButton::clicked, this, &CertificateRow::chooseFiles);
    connect(m_trust, &QPushButton::clicked, this, &CertificateRow::trust);
}

void CertificateRow::setMaker(CertificateMaker *maker)
{
    using Task = CertificateMaker::Task;
    m_maker = maker;
    m_make->setVisible(maker && maker->can(Task::Make));
    m_mkcert->setVisible(maker && maker->can(Task::MakeWithMkcert));
    m_trust->setVisible(false);
    if (!maker)
        return;
    setFocusProxy(maker->can(Task::Make) ? m_make : m_choose);
    m_trust->setText(maker->can(Task::Trust) ? tr("Trust it in Chromium")
                                             : tr("Copy the command to trust it"));
    connect(maker, &CertificateMaker::made, this, &CertificateRow::takeMade);
    connect(maker, &CertificateMaker::trusted, this, [this] {
        if (std::exchange(m_asked, false)) {
            setBusy(false);
            Q_EMIT said(CertificateWords::trusted(m_maker->distrustCommand()));
        }
    });
    connect(maker, &CertificateMaker::failed, this, [this](CertificateMaker::Fault fault) {
        if (std::exchange(m_asked, false)) {
            setBusy(false);
            Q_EMIT said(CertificateWords::failed(fault));
        }
    });
}

void CertificateRow::setFiles(const RedirectCertificateFiles &files)
{
    m_files = files;
    m_fresh = false;
    m_found = false;
}

void CertificateRow::judge(const QString &host, const QDateTime &now)
{
    m_host = host;
    m_judgedAt = now;
    const auto certificate = RedirectCertificate::read(m_files, host, now);
    m_trust->setVisible(m_maker && certificate.isUsable() && certificate.isForLoopbackAlone());
    const bool good = certificate.state() == RedirectCertificate::State::Good;
    if (good && m_fresh)
        Q_EMIT said(CertificateWords::made(certificate));
    else if (good && m_found)
        Q_EMIT said(CertificateWords::existing(certificate));
    else
        Q_EMIT said(CertificateWords::of(certificate));
}

bool CertificateRow::isServedByKept(CertificateMaker::Task task) const
{
    // Replaced, it would have to be trusted anew for every account that uses it.
    const auto kept = RedirectCertificate::read(m_maker->place(), m_host, m_judgedAt);
    const bool isOfTheKind = task == CertificateMaker::Task::Make || !kept.isSelfSigned();
    return isOfTheKind && kept.state() == RedirectCertificate::State::Good;
}

void CertificateRow::begin(CertificateMaker::Task task)
{
    if (isServedByKept(task)) {
        take(m_maker->place(), false);
        return;
    }
    m_asked = true;
    setBusy(true);
    m_maker->make(task);
}

void CertificateRow::setBusy(bool busy)
{
    for (QPushButton *button : {m_make, m_mkcert, m_choose, m_trust})
        button->setEnabled(!busy);
}

void CertificateRow::takeMade(const RedirectCertificateFiles &files)
{
    if (!std::exchange(m_asked, false))
        return;
    setBusy(false);
    take(files, true);
}

void CertificateRow::take(const RedirectCertificateFiles &files, bool fresh)
{
    m_files = files;
    m_fresh = fresh;
    m_found = !fresh;
    Q_EMIT filesChanged();
}

void CertificateRow::chooseFiles()
{
    const QString filters = tr("Certificates and keys (*.pem *.crt *.cer *.key);;All files (*)");
    chooseFile(this, tr("Certificate of the redirect address"), filters,
               [this, filters](const QString &certificate) {
                   chooseFile(this, tr("Its private key"), filters, [this, certificate](const QString &key) {
                       setFiles({.certificate = certificate, .key = key});
                       Q_EMIT filesChanged();
                   });
               });
}

void CertificateRow::trust()
{
    if (m_maker->can(CertificateMaker::Task::Trust)) {
        m_asked = true;
        setBusy(true);
        m_maker->trust(m_files.certificate);
        return;
    }
    QGuiApplication::clipboard()->setText(m_maker->trustCommand(m_files.certificate));
    Q_EMIT said({tr("Copied. It needs the package libnss3-tools; run it in a terminal."), false});
}

} // namespace framekey
