// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presentation/accountdraft.h"

#include <QWidget>

#include <functional>
#include <optional>

class QPushButton;

namespace framekey
{

class Card;
class CertificateMaker;
class Clock;
class ConnectionCard;
struct EnvAccount;
class Header;
class MessageCard;
class ScopeChooser;
class ScriptSettingsCard;

/// The connection form: a new account or the settings of one. Save stays enabled and leads to the first
/// mistake.
class AccountFormPage : public QWidget
{
    Q_OBJECT

public:
    /// The account of the same client that is there already.
    using FindClient = std::function<std::optional<AccountSettings>(const AccountSettings &)>;

    explicit AccountFormPage(const ProviderCatalogue &catalogue, QWidget *parent = nullptr);

    void addNew();
    /// A new account of the service that comes after another's, with what can be copied from that one.
    void addSuccessor(const AccountSettings &settings, const Provider &successor);
    void edit(const AccountSettings &settings);
    /// Of every account; the one that is edited may keep its own.
    void setAccountNames(const QStringList &names) { m_accountNames = names; }
    /// See ConnectionCard.
    void setCertificateMaker(CertificateMaker *maker, const Clock *clock);
    void setFindClient(FindClient find) { m_findClient = std::move(find); }
    void chooseEnvFile();
    /// A client that is there already is updated, and the form says so.
    void importEnvFile(const QString &path);
    void focusFirst();
    void focusScopes();
    /// As the button does: removes nothing yet.
    void askForRemoval() { askForRemoval(true); }

Q_SIGNALS:
    /// A secret that is given goes to the keychain; an empty one removes the one that is there.
    void saved(const framekey::AccountSettings &settings,
               const std::optional<framekey::Secret> &clientSecret);
    void removalConfirmed(const QString &id);
    void back();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeFooter();
    void connectAll();
    void showDraft(const AccountDraft &draft);
    void showHeading();
    [[nodiscard]] AccountDraft draft() const;
    void changeProvider(const QString &id);
    void changeCredentialType(const QString &id);
    void save();
    [[nodiscard]] QStringList takenNames() const;
    [[nodiscard]] AccountDraft draftOf(const EnvAccount &imported) const;
    void askForRemoval(bool ask);

    const ProviderCatalogue &m_catalogue;
    Header *m_header;
    ConnectionCard *m_connection;
    Card *m_access;
    ScopeChooser *m_scopes;
    ScriptSettingsCard *m_scripts;
    MessageCard *m_knownClient;
    MessageCard *m_removal;
    QWidget *m_footer;
    QPushButton *m_back = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_save = nullptr;
    AccountDraft m_draft;
    QStringList m_accountNames;
    FindClient m_findClient;
};

} // namespace framekey
