// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountsettings.h"
#include "oauth/secret.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace framekey
{

class Session;

/// The list of accounts, its file and its sessions: makes a Session for each account and drops it with the
/// account. Every change is written at once; where that fails the change stands in memory and `saveProblem`
/// says so.
class AccountList : public QObject
{
    Q_OBJECT

public:
    using MakeSession = std::function<std::unique_ptr<Session>(const AccountSettings &)>;

    AccountList(QString path, const ProviderCatalogue &catalogue, MakeSession makeSession,
                QObject *parent = nullptr);
    ~AccountList() override;

    /// Reads the file and makes the sessions. A broken file is kept aside as `accounts.json.broken-…`.
    void load();

    [[nodiscard]] QList<AccountSettings> accounts() const;
    [[nodiscard]] std::optional<AccountSettings> find(const QString &id) const;
    /// The account with the same client id and token endpoint; empty: there is none.
    [[nodiscard]] QString idOfClient(const AccountSettings &settings) const;
    /// The account with this id, else with this name: one that is called as another's id is not taken for
    /// that one. Empty: there is none.
    [[nodiscard]] QString idOf(const QString &idOrName) const;
    /// The person is asked each time that a script wants a token of it. False where there is no such account.
    [[nodiscard]] bool asksEachTime(const QString &id) const;
    /// Null where there is no such account. Owned by the list.
    [[nodiscard]] Session *session(const QString &id) const;
    /// What this account's sign-ins go by; the failure says why there can be none.
    [[nodiscard]] Outcome<ClientRegistration> registrationOf(const QString &id) const;
    [[nodiscard]] QString defaultId() const { return m_defaultId; }
    /// Where the account's API answers, with its version; empty: nobody told.
    [[nodiscard]] QUrl apiBase(const QString &id) const;
    [[nodiscard]] const ProviderCatalogue &catalogue() const { return m_catalogue; }

    /// True while a removed account's tokens are being revoked.
    [[nodiscard]] bool isLeaving() const;
    /// True where a person's id means the same in both: one provider, token endpoint and API.
    [[nodiscard]] bool shareServer(const QString &one, const QString &other) const;
    /// True while what is shown could not be written to the file.
    [[nodiscard]] bool hasSaveProblem() const { return m_saveFailed; }
    /// Where an unreadable file was kept; empty: it was fine.
    [[nodiscard]] QString brokenFileKeptAs() const { return m_brokenFile; }

public Q_SLOTS:
    /// Adds the account, or updates the one with this id, or (id empty) the one with the same client id and
    /// token endpoint; that one keeps its name and what the settings leave out. The secret, where one is
    /// given, goes to the keychain; an empty one removes it there. Returns the account's id.
    QString put(const AccountSettings &settings, const std::optional<Secret> &clientSecret);
    /// Signs out and forgets the account.
    void remove(const QString &id);
    /// Puts the account at this place of the list, counted from 0; a place outside is the nearest one inside.
    void move(const QString &id, qsizetype position);
    /// The account of those scripts that name none.
    void setDefault(const QString &id);
    /// Where the local provider now answers; empty: it could not be started, or it has ended. The next change
    /// of such an account asks for it again.
    void setLocalServer(const QUrl &base);
    /// The person wants the local provider tried again, after it could not be started.
    void retryLocalServer() { Q_EMIT localServerNeeded(); }

Q_SIGNALS:
    void accountsChanged();
    void accountPut(const QString &id);
    void saveProblemChanged(bool failed);
    /// An account of a local provider is there and nobody told yet where that answers.
    void localServerNeeded();

private:
    struct Entry {
        AccountSettings settings;
        std::unique_ptr<Session> session;
    };

    void take(const QByteArray &json);
    void keepBrokenAside();
    void add(AccountSettings settings);
    void save();
    void apply(Entry &entry, const std::optional<Secret> &clientSecret = {});
    [[nodiscard]] QString nameWaitingOn(quint16 port) const;
    void keepScope(const QString &id, const QStringList &scope);
    void letGo(std::unique_ptr<Session> session);
    [[nodiscard]] Outcome<ClientRegistration> registration(const AccountSettings &settings) const;
    [[nodiscard]] bool isLocal(const AccountSettings &settings) const;
    [[nodiscard]] QString freeName(const AccountSettings &settings) const;
    Entry *entryOf(const QString &id) const;
    [[nodiscard]] Endpoints endpointsOf(const AccountSettings &settings) const;
    [[nodiscard]] QUrl tokenEndpoint(const AccountSettings &settings) const;
    Entry *entryOfClient(const AccountSettings &settings) const;

    QString m_path;
    const ProviderCatalogue &m_catalogue;
    MakeSession m_makeSession;
    std::vector<std::unique_ptr<Entry>> m_entries;
    std::vector<std::unique_ptr<Session>>
        m_leaving; ///< removed; still revoking, or forgetting in the keychain
    QString m_defaultId;
    QString m_brokenFile;
    std::optional<QUrl> m_localServer; ///< none: not told yet, or it has ended
    bool m_saveFailed = false;
    bool m_readOnly = false; ///< the file was written by a newer Framekey: never overwritten
};

} // namespace framekey
