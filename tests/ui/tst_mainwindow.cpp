// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountlist.h"
#include "byname.h"
#include "fakeclock.h"
#include "fakepersonsource.h"
#include "fakeuseragent.h"
#include "memorytokenstore.h"
#include "samples.h"
#include "session/session.h"
#include "session/storeditem.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"

#include <QAbstractEventDispatcher>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace framekey;
using namespace framekey::test;

/// The whole window on a real list of accounts and real sessions; keychain, clock and browser are stand-ins.
class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ColorScheme::Light); }
    void init();
    void cleanup();
    void noAccount_signInOpensTheForm();
    void form_savedAccountIsShown();
    void practice_isAddedOnce();
    void signIn_waitsAndCancels();
    void signedIn_isShown();
    void copyToken_putsItOnTheClipboard();
    void close_signedOutQuits();
    void close_signedInHidesAndSaysSoOnce();
    void close_endedSignInQuits();
    void quit_byKeyAndByButton();
    void twoAccounts_showAList();
    void reauthorize_waitsBesideTheSignIn();
    void signOut_showsAReceipt();
    void removedAccount_isGone();
    void time_goesByTheMinuteAndStandsStillHidden();
    void form_caretDoesNotBlink();

private:
    QString addLegacy(const QString &name, bool signedIn);
    void keepTokens(const QString &id, std::chrono::seconds lifetime);
    [[nodiscard]] std::unique_ptr<Session> makeSession(const AccountSettings &settings);
    [[nodiscard]] QString status() { return labelled(*m_window, QStringLiteral("Status")); }
    [[nodiscard]] QLineEdit *line(const char *name)
    {
        return byName<QLineEdit>(*m_window, QString::fromUtf8(name));
    }
    [[nodiscard]] int activeTimers() const;

    FakeClock m_clock;
    FakeUserAgent m_browser;
    FakePersonSource m_person;
    std::unique_ptr<MemoryTokenStore> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AccountList> m_accounts;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::init()
{
    m_browser = {};
    m_store = std::make_unique<MemoryTokenStore>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_accounts = std::make_unique<AccountList>(
        m_folder->filePath(QStringLiteral("accounts.json")), samples::catalogue(), *m_store,
        [this](const AccountSettings &settings) { return makeSession(settings); });
    m_accounts->load();
    m_window = std::make_unique<MainWindow>(*m_accounts, m_clock);
    m_window->bringUp();
}

void MainWindowTest::cleanup()
{
    m_window.reset();
    m_accounts.reset();
}

std::unique_ptr<Session> MainWindowTest::makeSession(const AccountSettings &settings)
{
    return std::make_unique<Session>(
        Session::Identity{.accountId = settings.id,
                          .accountName = settings.name,
                          .providerId = settings.provider,
                          .providerName = settings.provider},
        SessionPorts{.clock = m_clock, .store = *m_store, .userAgent = m_browser, .personSource = m_person});
}

QString MainWindowTest::addLegacy(const QString &name, bool signedIn)
{
    AccountSettings settings = newAccount(*samples::catalogue().find(QStringLiteral("frameio-legacy")));
    settings.id = name;
    settings.name = name;
    settings.clientId = name + QStringLiteral("-client");
    settings.redirectUri = QStringLiteral("http://127.0.0.1:0/callback");
    if (signedIn)
        keepTokens(name, std::chrono::minutes(42));
    // An id that is not in the list yet is only known from a file.
    const QString id = m_accounts->put(settings, std::nullopt);
    m_window->showAccount(id);
    return id;
}

void MainWindowTest::keepTokens(const QString &id, std::chrono::seconds lifetime)
{
    const Provider &legacy = *samples::catalogue().find(QStringLiteral("frameio-legacy"));
    StoredTokens kept;
    kept.tokens.accessToken = Secret(QByteArrayLiteral("the-token"));
    kept.tokens.grantedScope = legacy.defaultScope;
    kept.tokens.person = Person{.id = QStringLiteral("1"),
                                .name = QStringLiteral("Ana Lima"),
                                .email = QStringLiteral("ana@northlight.example")};
    kept.tokens.issuedAt = m_clock.nowUtc();
    kept.tokens.lifetime = lifetime;
    kept.binding = {.token = legacy.endpoints.token.toString(QUrl::FullyEncoded),
                    .revocation = {},
                    .api = legacy.endpoints.api.toString(QUrl::FullyEncoded),
                    .clientId = id + QStringLiteral("-client")};
    m_store->put(tokensKey(id), kept.toItem().reveal());
}

int MainWindowTest::activeTimers() const
{
    int active = 0;
    for (const QTimer *timer : m_window->findChildren<QTimer *>())
        active += timer->isActive() ? 1 : 0;
    return active;
}

void MainWindowTest::noAccount_signInOpensTheForm()
{
    QCOMPARE(status(), QStringLiteral("Signed out"));
    press(*m_window, QStringLiteral("Sign in to Frame.io"));
    QVERIFY(line("Client ID"));
    press(*m_window, QStringLiteral("Back"));
    QCOMPARE(status(), QStringLiteral("Signed out"));
}

void MainWindowTest::form_savedAccountIsShown()
{
    press(*m_window, QStringLiteral("Add account…"));
    line("Client ID")->setText(QStringLiteral("abc"));
    press(*m_window, QStringLiteral("Save"));
    QCOMPARE(m_accounts->accounts().size(), 1);
    QCOMPARE(m_accounts->accounts().first().clientId, QStringLiteral("abc"));
    QTRY_COMPARE(status(), QStringLiteral("Signed out"));
    press(*m_window, QStringLiteral("Settings"));
    QCOMPARE(line("Client ID")->text(), QStringLiteral("abc"));
    press(*m_window, QStringLiteral("Back"));
    press(*m_window, QStringLiteral("Change…"));
    QVERIFY(nameOf(m_window->focusWidget()).endsWith(u"offline"));
}

void MainWindowTest::practice_isAddedOnce()
{
    QSignalSpy needed(m_accounts.get(), &AccountList::localServerNeeded);
    press(*m_window, QStringLiteral("Try with a practice account"));
    QCOMPARE(m_accounts->accounts().size(), 1);
    QCOMPARE(m_accounts->accounts().first().provider, QStringLiteral("practice"));
    QVERIFY(!needed.isEmpty());
    m_accounts->setLocalServer(QUrl(QStringLiteral("http://127.0.0.1:9/")));
    QTRY_COMPARE(status(), QStringLiteral("Signed out"));
    press(*m_window, QStringLiteral("Try with a practice account"));
    QCOMPARE(m_accounts->accounts().size(), 1);
}

void MainWindowTest::signIn_waitsAndCancels()
{
    addLegacy(QStringLiteral("work"), false);
    QTRY_COMPARE(status(), QStringLiteral("Signed out"));
    press(*m_window, QStringLiteral("Sign in to Frame.io"));
    QTRY_COMPARE(status(), QStringLiteral("Waiting for the browser"));
    QTRY_COMPARE(m_browser.opened().size(), 1);
    QCOMPARE(line("Sign-in link")->text(), m_browser.opened().first().toString(QUrl::FullyEncoded));
    press(*m_window, QStringLiteral("Open the browser again"));
    QCOMPARE(m_browser.opened().size(), 2);
    press(*m_window, QStringLiteral("Paste the address…"));
    line("Address the browser ended at")
        ->setText(QStringLiteral("http://127.0.0.1:1/callback?code=a&state=b"));
    press(*m_window, QStringLiteral("Finish sign-in"));
    QTRY_VERIFY(line("Address the browser ended at")->property("problem").toBool());
    press(*m_window, QStringLiteral("Cancel"));
    QTRY_COMPARE(status(), QStringLiteral("Signed out"));
}

void MainWindowTest::signedIn_isShown()
{
    addLegacy(QStringLiteral("work"), true);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    QCOMPARE(labelled(*m_window, QStringLiteral("Person")),
             QStringLiteral("Ana Lima, ana@northlight.example"));
    QVERIFY(labelled(*m_window, QStringLiteral("Expires")).endsWith(u"in 42 minute(s)"));
    QVERIFY(labelled(*m_window, QStringLiteral("Renewal")).contains(u"no refresh token"));
}

void MainWindowTest::copyToken_putsItOnTheClipboard()
{
    addLegacy(QStringLiteral("work"), true);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    press(*m_window, QStringLiteral("Copy token"));
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("the-token"));
    QVERIFY(byName<QLabel>(*m_window, QStringLiteral("Copied for 30 seconds")));
    m_window.reset();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString());
}

void MainWindowTest::close_signedOutQuits()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    addLegacy(QStringLiteral("work"), false);
    QTRY_COMPARE(status(), QStringLiteral("Signed out"));
    m_window->close();
    QCOMPARE(quit.size(), 1);
}

void MainWindowTest::close_signedInHidesAndSaysSoOnce()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    QSignalSpy stays(m_window.get(), &MainWindow::hiddenWhileSignedIn);
    addLegacy(QStringLiteral("work"), true);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    m_window->close();
    QVERIFY(m_window->isHidden());
    QTRY_COMPARE(stays.size(), 1);
    m_window->bringUp();
    QVERIFY(labelled(*m_window, QStringLiteral("Message")).startsWith(u"Framekey keeps running"));
    press(*m_window, QStringLiteral("OK"));
    m_window->close();
    QCoreApplication::processEvents();
    m_window->bringUp();
    QCOMPARE(labelled(*m_window, QStringLiteral("Message")), QString());
    QCOMPARE(stays.size(), 1);
    QCOMPARE(quit.size(), 0);
}

void MainWindowTest::close_endedSignInQuits()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    addLegacy(QStringLiteral("work"), true);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    m_clock.advance(std::chrono::minutes(43));
    QTRY_COMPARE(status(), QStringLiteral("Sign in again"));
    m_window->close();
    QCOMPARE(quit.size(), 1);
}

void MainWindowTest::quit_byKeyAndByButton()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    press(*m_window, QStringLiteral("Quit"));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(quit.size(), 2);
}

void MainWindowTest::twoAccounts_showAList()
{
    addLegacy(QStringLiteral("work"), true);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    QVERIFY(!byName<QListWidget>(*m_window, QStringLiteral("Accounts")));
    const int narrow = m_window->width();
    addLegacy(QStringLiteral("night"), false);
    auto *list = byName<QListWidget>(*m_window, QStringLiteral("Accounts"));
    QVERIFY(list);
    QVERIFY(m_window->width() > narrow);
    QTRY_COMPARE(status(), QStringLiteral("Signed out"));
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->item(0)->data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("work, Frame.io Legacy · Signed in"));
    QCOMPARE(list->currentRow(), 1);
    list->setCurrentRow(0);
    QCOMPARE(status(), QStringLiteral("Signed in"));
    QCOMPARE(buttons(*m_window).count(QStringLiteral("Add account…")), 1);
}

void MainWindowTest::reauthorize_waitsBesideTheSignIn()
{
    addLegacy(QStringLiteral("work"), true);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    press(*m_window, QStringLiteral("Re-authorize…"));
    press(*m_window, QStringLiteral("Choose access…"));
    auto *offline = byName<QAbstractButton>(*m_window, QStringLiteral("Stay signed in, offline"));
    QVERIFY(offline);
    offline->click();
    QVERIFY(labelled(*m_window, QStringLiteral("Message")).startsWith(u"You will not stay signed in"));
    offline->click();
    byName<QAbstractButton>(*m_window, QStringLiteral("Create comments, comment.create"))->click();
    press(*m_window, QStringLiteral("Continue in the browser"));
    QTRY_COMPARE(m_browser.opened().size(), 1);
    QVERIFY(m_browser.opened().first().toString(QUrl::FullyEncoded).contains(u"comment.create"));
    QCOMPARE(status(), QStringLiteral("Signed in"));
    QVERIFY(line("Sign-in link"));
    press(*m_window, QStringLiteral("Cancel"));
    QTRY_VERIFY(!line("Sign-in link"));
    QCOMPARE(status(), QStringLiteral("Signed in"));
}

void MainWindowTest::signOut_showsAReceipt()
{
    addLegacy(QStringLiteral("work"), true);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    press(*m_window, QStringLiteral("Sign out"));
    QTRY_COMPARE(status(), QStringLiteral("Signed out"));
    QTRY_VERIFY(labelled(*m_window, QStringLiteral("Message")).startsWith(u"You are signed out"));
    press(*m_window, QStringLiteral("OK"));
    QTRY_COMPARE(labelled(*m_window, QStringLiteral("Message")), QString());
}

void MainWindowTest::removedAccount_isGone()
{
    addLegacy(QStringLiteral("work"), true);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    press(*m_window, QStringLiteral("Settings"));
    press(*m_window, QStringLiteral("Remove account…"));
    press(*m_window, QStringLiteral("Remove account"));
    QVERIFY(m_accounts->accounts().isEmpty());
    QCOMPARE(status(), QStringLiteral("Signed out"));
    QTRY_VERIFY(!m_store->contains(tokensKey(QStringLiteral("work"))));
}

void MainWindowTest::time_goesByTheMinuteAndStandsStillHidden()
{
    addLegacy(QStringLiteral("work"), true);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    QCOMPARE(activeTimers(), 1);
    for (const QTimer *timer : m_window->findChildren<QTimer *>())
        QVERIFY(!timer->isActive() || (timer->isSingleShot() && timer->interval() > 1000));
    m_window->close();
    QTest::qWait(50);
    QCOMPARE(activeTimers(), 0);
    int wakeUps = 0;
    const auto counting = connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake,
                                  this, [&wakeUps] { ++wakeUps; });
    QTest::qSleep(10);
    QEventLoop loop;
    QTimer::singleShot(2000, &loop, &QEventLoop::quit);
    loop.exec();
    disconnect(counting);
    QVERIFY2(wakeUps <= 3, qPrintable(QString::number(wakeUps))); // the waiting itself needs up to three
    m_window->bringUp();
    QCOMPARE(activeTimers(), 1);
}

void MainWindowTest::form_caretDoesNotBlink()
{
    QCOMPARE(QApplication::cursorFlashTime(), 0);
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
