// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/accountlist.h"
#include "accounts/activity.h"
#include "accounts/consents.h"
#include "accounts/envaccount.h"
#include "agent/agentorders.h"
#include "agent/agentserver.h"
#include "desktop/keychainstore.h"
#include "desktop/networkevents.h"
#include "desktop/practiceserver.h"
#include "desktop/process.h"
#include "desktop/systembrowser.h"
#include "desktop/systemcertificatemaker.h"
#include "desktop/systemclock.h"
#include "desktop/systemschemes.h"
#include "frameio/accountrequest.h"
#include "frameio/provider.h"
#include "options.h"
#include "session/eventlog.h"
#include "session/renewalturns.h"
#include "session/sessionsnapshot.h"
#include "ui/presentation/agentwords.h"
#include "unusedstart.h"

#include <QNetworkInformation>
#include <QObject>
#include <QTimer>

#include <expected>
#include <thread>

namespace framekey
{

/// Makes the parts and hands them to each other: everything but the window. The only place, with `main.cpp`,
/// that names concrete parts.
class Composition : public QObject
{
    Q_OBJECT

public:
    /// What came of adding an account.
    struct Addition {
        QString id = {};
        bool isNew = false; ///< else it was there already
    };

    /// `hasWindow`: there will be one that `windowWanted` brings up.
    Composition(const Options &options, bool hasWindow);
    ~Composition() override;

    /// Takes the instance lock and opens the socket. False where another Framekey runs; then it may be tried
    /// again.
    bool becomeOwner();
    /// Empty where there is no folder for it.
    [[nodiscard]] QString socketPath() const;
    /// Reads the accounts, then adds what the command line asked for. False where that could not be.
    bool start();
    /// Adds an account, or updates the one of the same client. Nothing is changed where anything is wrong;
    /// the error says what, for a person. `name` is a new account's; empty: made from what it is of.
    std::expected<Addition, QString> importAccount(const std::expected<EnvNames, EnvFault> &names,
                                                   const QString &name = {});

    /// What waited for the window's first drawing may begin; without a window nothing waits.
    void goOn();

    [[nodiscard]] AccountList &accounts() { return m_accounts; }
    [[nodiscard]] Activity &activity() { return m_activity; }
    [[nodiscard]] Consents &consents() { return m_consents; }
    /// What people send when something is wrong; no secret is in it.
    [[nodiscard]] QString report() const;
    /// This start has made the owner without a display leave.
    void noteTakeOver() { m_events.note({.what = Event::What::TookOver}); }
    [[nodiscard]] SystemClock &clock() { return m_clock; }
    [[nodiscard]] SystemCertificateMaker &certificateMaker() { return m_certificateMaker; }

public Q_SLOTS:
    /// Ends the program when nothing is being written any more, and what is being revoked had its chance.
    void quitWhenDone();

Q_SIGNALS:
    void windowWanted();
    void accountWanted(const QString &id);
    /// The desktop has brought the redirect of a sign-in of this account's.
    void redirectTaken(const QString &id);
    void importFailed(const QString &sentence);
    /// A script waits for the person to sign in to this account; the window is up by then.
    void signInWanted(const QString &id, const framekey::Requester &requester);

private:
    void openSocket();
    void openSocketLater(const QString &reason);
    void carryOut(const AgentCallPtr &call);
    [[nodiscard]] AgentAnswer answerTo(const AgentRequest &request);
    [[nodiscard]] AgentAnswer leave(bool memoryMayEnd);
    [[nodiscard]] AgentAnswer add(const AgentRequest &request);
    [[nodiscard]] AgentAnswer redirect(const AgentRequest &request);
    [[nodiscard]] AgentAnswer show(const AgentRequest &request);
    void bringUp(const AgentRequest &request);
    bool importOrSay(const std::expected<EnvNames, EnvFault> &names);
    std::expected<Addition, QString> addPractice(const QString &name = {});
    /// What is wrong with this name of a new account; an empty one is made up.
    [[nodiscard]] std::optional<QString> faultOfNewName(const QString &name) const;
    void followNetwork();
    void watchNetwork();
    void dropUnusedSchemes();
    void wakeUp();
    void noteNetwork(QNetworkInformation::Reachability reachability);
    void quitIfDone();
    void quitUnlessRenewing();
    [[nodiscard]] std::unique_ptr<Session> makeSession(const AccountSettings &settings);
    [[nodiscard]] bool anyOf(bool (*holds)(const SessionSnapshot &)) const;
    [[nodiscard]] bool isRevoking() const;
    [[nodiscard]] bool isRenewing() const;
    [[nodiscard]] bool holdsMemoryOnly() const;

    Options m_options;
    bool m_hasWindow;
    InstanceLock m_lock; // the first part and so the last to go: the next owner finds all others gone
    ProviderCatalogue m_catalogue;
    SystemClock m_clock;
    EventLog m_events;
    KeychainStore m_store;
    SystemBrowser m_browser;
    SystemSchemes m_schemes;
    NetworkEvents m_networkEvents;
    AccountRequest m_accountRequest;
    PracticeServer m_practice;
    SystemCertificateMaker m_certificateMaker;
    RenewalTurns m_renewalTurns;
    AccountList m_accounts;
    std::unique_ptr<UnusedStart> m_unused;
    Activity m_activity;
    Consents m_consents;
    AgentWords m_words;
    AgentOrders m_orders;
    AgentServer m_agent; // after what its callers wait for: it goes first
    QString m_runtimeFolder;
    QSet<QString> m_schemesInUse;
    QTimer m_socketRetry;
    std::jthread m_tlsLoading; // joins
    bool m_saidNoSocket = false;
    bool m_quitting = false;
    bool m_revokingHadItsChance = false;
};

} // namespace framekey
