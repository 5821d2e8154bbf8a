// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"
#include "session/storeditem.h"
#include "ui/theme.h"
#include "windowonfakes.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace framekey;
using namespace framekey::test;

/// What a person does in the window, on a real list of accounts and real sessions.
class MainWindowTest : public QObject, private WindowOnFakes
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ColorScheme::Light); }
    void init() { open(); }
    void cleanup() { close(); }
    void noAccount_signInOpensTheForm();
    void form_savedAccountIsShown();
    void practice_isAddedOnce();
    void practice_thatCouldNotBeStartedIsTriedAgain();
    void signIn_waitsAndCancels();
    void signedIn_isShown();
    void copyToken_putsItOnTheClipboard();
    void twoAccounts_showAList();
    void reauthorize_waitsBesideTheSignIn();
    void signOut_showsAReceipt();
    void removedAccount_isGone();
    void importProblem_standsUntilItIsPutAway();
    void refusedClientSecret_isSaidAndTriedAgain();
    void legacysEnd_isSaidAndPutAway();
    void legacysEnd_setsUpWhatComesAfter();
};

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
    line("Client secret")->setText(QStringLiteral("s3cret"));
    press(*m_window, QStringLiteral("Save"));
    QCOMPARE(m_accounts->accounts().size(), 1);
    QCOMPARE(m_accounts->accounts().first().clientId, QStringLiteral("abc"));
    QTRY_COMPARE(status(), QStringLiteral("Signed out"));
    press(*m_window, QStringLiteral("Settings"));
    QCOMPARE(line("Client ID")->text(), QStringLiteral("abc"));
    press(*m_window, QStringLiteral("Back"));
    press(*m_window, QStringLiteral("Change…"));
    QVERIFY(nameOf(m_window->focusWidget()).endsWith(u"openid"));
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

void MainWindowTest::practice_thatCouldNotBeStartedIsTriedAgain()
{
    QSignalSpy needed(m_accounts.get(), &AccountList::localServerNeeded);
    press(*m_window, QStringLiteral("Try with a practice account"));
    QCOMPARE(needed.size(), 1);
    m_accounts->setLocalServer({});
    QVERIFY(labelled(*m_window, QStringLiteral("Message"))
                .startsWith(u"The practice server could not be started"));
    press(*m_window, QStringLiteral("Try again"));
    QCOMPARE(needed.size(), 2);
    m_accounts->setLocalServer(QUrl(QStringLiteral("http://127.0.0.1:7777")));
    QTRY_COMPARE(labelled(*m_window, QStringLiteral("Message")), QString());
    QCOMPARE(status(), QStringLiteral("Signed out"));
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
    QVERIFY(labelled(*m_window, QStringLiteral("Renewal")).contains(u"none was given"));
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
             QStringLiteral("work, Frame.io Legacy · Signed in, default, 1 of 2"));
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

void MainWindowTest::importProblem_standsUntilItIsPutAway()
{
    const auto said = [this] {
        QStringList texts;
        for (QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts += nameOf(label);
        }
        return texts.filter(QStringLiteral("TOKEN_URL: it is wrong. Nothing was changed.")).size() == 1;
    };
    m_window->sayImportProblem(QStringLiteral("TOKEN_URL: it is wrong."));
    QVERIFY(said());
    addLegacy(QStringLiteral("work"), false);
    QVERIFY(said());
    press(*m_window, QStringLiteral("OK"));
    QVERIFY(!said());
}

void MainWindowTest::refusedClientSecret_isSaidAndTriedAgain()
{
    m_store->fail(MemoryTokenStore::Operation::Write);
    press(*m_window, QStringLiteral("Add account…"));
    line("Client ID")->setText(QStringLiteral("abc"));
    line("Client secret")->setText(QStringLiteral("s3cret"));
    press(*m_window, QStringLiteral("Save"));
    QTRY_VERIFY(labelled(*m_window, QStringLiteral("Message"))
                    .startsWith(QStringLiteral("Your client secret could not be kept. ")));
    QVERIFY(!labelled(*m_window, QStringLiteral("Message")).contains(u"s3cret"));
    m_store->heal();
    press(*m_window, QStringLiteral("Try again"));
    QTRY_VERIFY(labelled(*m_window, QStringLiteral("Message")).isNull());
    QVERIFY(m_store->contains(clientSecretKey(m_window->shownAccount())));
}

void MainWindowTest::legacysEnd_isSaidAndPutAway()
{
    addLegacy(QStringLiteral("work"), true, Addresses::Providers);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    const auto said = [this] { return labelled(*m_window, QStringLiteral("Message")); };
    QVERIFY(said().startsWith(u"Frame.io Legacy ends after 1 December 2026"));
    press(*m_window, QStringLiteral("OK"));
    QCOMPARE(said(), QString());
}

void MainWindowTest::legacysEnd_setsUpWhatComesAfter()
{
    addLegacy(QStringLiteral("work"), true, Addresses::Providers);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    press(*m_window, QStringLiteral("Set up Frame.io (V4)"));
    QCOMPARE(line("Account name")->text(), QStringLiteral("work (V4)"));
    line("Client ID")->setText(QStringLiteral("abc"));
    line("Client secret")->setText(QStringLiteral("s3cret"));
    press(*m_window, QStringLiteral("Save"));
    const auto accounts = m_accounts->accounts();
    QCOMPARE(accounts.size(), 2);
    QCOMPARE(accounts.last().provider, QStringLiteral("frameio"));
    QCOMPARE(m_accounts->defaultId(), accounts.first().id);
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
