// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/card.h"
#include "ui/presentation/accountdraft.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace framekey
{

class CertificateMaker;
class CertificateRow;
struct CertificateWords;
class Clock;
class CredentialChoice;
class FadingNote;
class FieldNote;
class FormRows;
class ScopeBox;

/// The connection form's fields: service, client, redirect address, addresses, certificates, name.
class ConnectionCard : public Card
{
    Q_OBJECT

public:
    explicit ConnectionCard(const ProviderCatalogue &catalogue, QWidget *parent = nullptr);

    void setDraft(const AccountDraft &draft);
    /// Puts what stands in the fields into the draft.
    void fill(AccountDraft &draft) const;
    void setSecret(const Secret &clientSecret);
    void setFaults(const AccountFaults &faults);
    /// Empty: nothing is wrong with the imported file.
    void setImportProblem(const QString &text);
    /// What makes certificates for https redirects, and the clock they are judged by.
    void setCertificateMaker(CertificateMaker *maker, const Clock *clock);
    [[nodiscard]] QWidget *firstWrong() const;
    void focusFirst();

Q_SIGNALS:
    void providerChosen(const QString &id);
    void credentialTypeChosen(const QString &id);
    void importRequested();

private:
    void makeRows();
    void makeLastRow();
    void showRedirectHint();
    void showCertificate();
    void sayOfCertificate(const CertificateWords &words);
    void showProvider(const AccountDraft &draft);
    void chooseCaFile();
    void openConsole() const;
    [[nodiscard]] const Provider *provider() const;

    const ProviderCatalogue &m_catalogue;
    FormRows *m_rows;
    QComboBox *m_service;
    CredentialChoice *m_credential = nullptr;
    std::optional<CredentialType> m_credentialType;
    QHash<AccountField, QLineEdit *> m_lines;
    CertificateRow *m_certificate;
    const Clock *m_clock = nullptr;
    ScopeBox *m_removeSecret;
    QPushButton *m_import;
    QPushButton *m_console;
    FieldNote *m_importNote;
};

} // namespace framekey
