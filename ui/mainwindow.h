// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/consents.h"
#include "accounts/secondsignins.h"
#include "ui/accountview.h"
#include "ui/presentation/cardwords.h"

#include <QSet>
#include <QWidget>

#include <functional>
#include <optional>

class QTimer;

namespace framekey
{

class AccountFormPage;
class AccountList;
class AccountPane;
class Activity;
class ActivityPage;
class CertificateMaker;
class Clock;
class ConsentCard;
class PageArea;
class ReauthorizePage;
class Session;
class StatusPage;
class TokenClipboard;

/// Framekey's window: shows what the accounts' sessions tell, and hands the person's orders to them.
///
/// Made with an AccountList (loaded before or after) and a Clock, which outlive it; it connects itself to the
/// list and to every session. What is left to the one who makes it:
/// - connect `quitRequested` (Quit, Ctrl+Q, or the window was closed with nothing to stay for): end the
/// program;
/// - connect `hiddenWhileSignedIn` (sent the first time only): say by a notification that Framekey keeps
/// running;
/// - connect `questionUnseen`: say it by a notification; the window does not come forward by itself;
/// - call `sayImportProblem` where a `.env` of the command line could not be imported;
/// - call `bringUp()` to show it, at the start and when a second start asks for it.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    MainWindow(AccountList &accounts, const Clock &clock, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Without one, the certificate of an https redirect can only be chosen. Outlives the window.
    void setCertificateMaker(CertificateMaker &maker) { m_certificateMaker = &maker; }
    /// Who asked for tokens; without it there is no such page. Outlives the window.
    void setActivity(const Activity &activity) { m_activity = &activity; }
    /// Makes the report that can be copied; without it none is offered.
    void setReport(std::function<QString()> report);
    /// Whom the person may allow a token. Outlives the window.
    void setConsents(Consents &consents);
    /// Empty: there is no account.
    [[nodiscard]] QString shownAccount() const { return m_accountId; }

public Q_SLOTS:
    void bringUp();
    void showAccount(const QString &id);
    /// The same where something came by itself: a form that is open stays.
    void showAccountUnlessBusy(const QString &id);
    /// What the program was started with could not be imported: stands until it is put away.
    void sayImportProblem(const QString &sentence);

Q_SIGNALS:
    /// For the first time.
    void drawn();
    void quitRequested();
    void hiddenWhileSignedIn();
    /// A script waits for an answer, and the question stands where nobody looks. Holds no secret.
    void questionUnseen(const QString &title, const QString &text);

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeLayout();
    void connectAll();
    void followAccounts();
    void refresh();
    void refreshPane();
    void startMinuteTimer();
    [[nodiscard]] Session *session() const;
    [[nodiscard]] AccountView view() const;
    [[nodiscard]] QList<CardWords> notices() const;
    [[nodiscard]] bool staysForScripts() const;

    void take(Order order);
    /// To another page. False for an order that is none of this.
    bool turnTo(Order order);
    void changeAccess();
    void openHelp();
    void takeFor(Order order, const QString &id);
    void signIn();
    void copyToken();
    void reauthorize();
    void dismissNotices();
    void tryPractice();
    void openForm(const QString &id);
    void importEnv();
    void setUpSuccessor();
    void putEndAway();
    void openActivity();
    void copyReport();
    void showQuestion();
    void sayIfUnseen(const Consents::Question &question);
    [[nodiscard]] ScriptTarget scriptTarget() const;
    void backToStatus();
    AccountFormPage &form();

    AccountList &m_accounts;
    SecondSignIns m_secondSignIns;
    const Clock &m_clock;
    AccountPane *m_pane;
    PageArea *m_area;
    StatusPage *m_status;
    AccountFormPage *m_form = nullptr;        ///< made when first needed
    ReauthorizePage *m_reauthorize = nullptr; ///< made when first needed
    ActivityPage *m_activityPage = nullptr;   ///< made when first needed
    ConsentCard *m_consent = nullptr;
    TokenClipboard *m_clipboard;
    CertificateMaker *m_certificateMaker = nullptr;
    const Activity *m_activity = nullptr;
    Consents *m_consents = nullptr;
    std::function<QString()> m_report;
    QTimer *m_minute;
    QString m_accountId;
    QStringList m_ids; ///< of the accounts in their order, to know who comes after a removed one
    QString m_importProblem;
    bool m_isDrawn = false;
    bool m_saidThatItStays = false;
    bool m_showsThatItStays = false;
    bool m_brokenFileDismissed = false;
    QSet<QString> m_endsPutAway; ///< of these accounts, until Framekey quits
};

} // namespace framekey
