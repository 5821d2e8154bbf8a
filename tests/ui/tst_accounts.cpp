// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"
#include "ui/accountlistview.h"
#include "ui/accountmenu.h"
#include "ui/accountpane.h"
#include "ui/theme.h"
#include "windowonfakes.h"

#include <QApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace framekey;
using namespace framekey::test;

/// Several accounts in the window: their rows, their order, the default, and what one's change does to
/// another.
class AccountsTest : public QObject, private WindowOnFakes
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ColorScheme::Light); }
    void init();
    void cleanup() { close(); }
    void rows_tellEverythingToAScreenReader();
    void altAndArrow_movesTheShownAccount();
    void altAndArrow_atTheEndDoesNothing();
    void menu_movesAndMakesDefault();
    void menu_opensSettingsAndRemoval();
    void makeDefault_isOfferedForOthersOnly();
    void removed_theNextIsShown();
    void redirectOfAnother_leavesTheOpenFormAlone();
    void serviceEnd_isPutAwayForOneAccount();
    void anotherAccountsChange_leavesThePageAlone();
    void markupInAName_isShownAsItIs();
    void longName_staysOnOneLineAndIsToldWhole();
    void twentyAccounts_scroll();

private:
    [[nodiscard]] QString names() const;
    [[nodiscard]] QStringList ids() const;
    [[nodiscard]] QString accessibleName(int row) const;
    AccountMenu *openMenu(int row);
    static void choose(QMenu &menu, Order order);

    AccountListView *m_rows = nullptr;
};

void AccountsTest::init()
{
    open();
    addLegacy(QStringLiteral("a"), true);
    addLegacy(QStringLiteral("b"), false);
    addLegacy(QStringLiteral("c"), false);
    m_rows = byName<AccountListView>(*m_window, QStringLiteral("Accounts"));
    QVERIFY(m_rows);
    QTRY_VERIFY(accessibleName(0).contains(u"Signed in"));
    QTRY_VERIFY(accessibleName(2).contains(u"Signed out"));
}

QStringList AccountsTest::ids() const
{
    QStringList ids;
    for (const AccountSettings &account : m_accounts->accounts())
        ids += account.id;
    return ids;
}

QString AccountsTest::names() const
{
    QString shown;
    for (int row = 0; row < m_rows->count(); ++row)
        shown += m_rows->item(row)->text();
    return shown == ids().join(QString()) ? shown : QStringLiteral("rows differ from the accounts");
}

QString AccountsTest::accessibleName(int row) const
{
    return m_rows->item(row)->data(Qt::AccessibleTextRole).toString();
}

void AccountsTest::rows_tellEverythingToAScreenReader()
{
    QCOMPARE(accessibleName(0), QStringLiteral("a, Frame.io Legacy · Signed in, default, 1 of 3"));
    QCOMPARE(accessibleName(2), QStringLiteral("c, Frame.io Legacy · Signed out, 3 of 3"));
    m_accounts->setDefault(QStringLiteral("c"));
    m_accounts->move(QStringLiteral("c"), 0);
    QCOMPARE(accessibleName(0), QStringLiteral("c, Frame.io Legacy · Signed out, default, 1 of 3"));
    QCOMPARE(accessibleName(1), QStringLiteral("a, Frame.io Legacy · Signed in, 2 of 3"));
}

void AccountsTest::altAndArrow_movesTheShownAccount()
{
    QCOMPARE(m_window->shownAccount(), QStringLiteral("c"));
    QTest::keyClick(m_rows, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names(), QStringLiteral("acb"));
    QTest::keyClick(m_rows, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names(), QStringLiteral("cab"));
    QCOMPARE(m_window->shownAccount(), QStringLiteral("c"));
    QCOMPARE(m_rows->currentRow(), 0);
    QTest::keyClick(m_rows, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names(), QStringLiteral("acb"));
    QTest::keyClick(m_rows, Qt::Key_Down); // without Alt it chooses
    QCOMPARE(names(), QStringLiteral("acb"));
    QCOMPARE(m_window->shownAccount(), QStringLiteral("b"));
}

void AccountsTest::altAndArrow_atTheEndDoesNothing()
{
    QSignalSpy changes(m_accounts.get(), &AccountList::accountsChanged);
    QTest::keyClick(m_rows, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(changes.size(), 0);
    QCOMPARE(m_window->shownAccount(), QStringLiteral("c"));
}

AccountMenu *AccountsTest::openMenu(int row)
{
    QContextMenuEvent event(QContextMenuEvent::Mouse, m_rows->visualItemRect(m_rows->item(row)).center(),
                            QPoint());
    QApplication::sendEvent(m_rows->viewport(), &event);
    return qobject_cast<AccountMenu *>(QApplication::activePopupWidget());
}

void AccountsTest::choose(QMenu &menu, Order order)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == orderWords(order) && action->isEnabled())
            action->trigger();
    }
    menu.close();
}

void AccountsTest::menu_movesAndMakesDefault()
{
    AccountMenu *menu = openMenu(1);
    QVERIFY(menu);
    choose(*menu, Order::MoveUp);
    QCOMPARE(names(), QStringLiteral("bac"));
    menu = openMenu(0);
    QVERIFY(menu);
    choose(*menu, Order::MoveUp); // not possible any more
    QCOMPARE(names(), QStringLiteral("bac"));
    choose(*openMenu(0), Order::MoveDown);
    QCOMPARE(names(), QStringLiteral("abc"));
    choose(*openMenu(1), Order::MakeDefault);
    QCOMPARE(m_accounts->defaultId(), QStringLiteral("b"));
    QVERIFY(accessibleName(1).contains(u", default, "));
    QVERIFY(!accessibleName(0).contains(u"default"));
    QCOMPARE(m_window->shownAccount(), QStringLiteral("c")); // who is shown is another matter
}

void AccountsTest::menu_opensSettingsAndRemoval()
{
    choose(*openMenu(1), Order::OpenSettings);
    QCOMPARE(line("Client ID")->text(), QStringLiteral("b-client"));
    choose(*openMenu(0), Order::RemoveAccount);
    QCOMPARE(line("Client ID")->text(), QStringLiteral("a-client"));
    QCOMPARE(m_accounts->accounts().size(), 3); // asked first
    press(*m_window, QStringLiteral("Remove account"));
    QCOMPARE(names(), QStringLiteral("bc"));
}

void AccountsTest::makeDefault_isOfferedForOthersOnly()
{
    press(*m_window, QStringLiteral("Make default"));
    QCOMPARE(m_accounts->defaultId(), QStringLiteral("c"));
    QVERIFY(!byName<QPushButton>(*m_window, QStringLiteral("Make default")));
    m_rows->setCurrentRow(0);
    QVERIFY(byName<QPushButton>(*m_window, QStringLiteral("Make default")));
}

void AccountsTest::removed_theNextIsShown()
{
    m_rows->setCurrentRow(1);
    m_accounts->remove(QStringLiteral("b"));
    QCOMPARE(m_window->shownAccount(), QStringLiteral("c"));
    m_accounts->remove(QStringLiteral("c"));
    QCOMPARE(m_window->shownAccount(), QStringLiteral("a"));
    QVERIFY(!m_rows->isVisible());
    QCOMPARE(status(), QStringLiteral("Signed in"));
}

void AccountsTest::redirectOfAnother_leavesTheOpenFormAlone()
{
    press(*m_window, QStringLiteral("Settings"));
    line("Client ID")->setText(QStringLiteral("half a cli"));
    m_window->showAccountUnlessBusy(QStringLiteral("a"));
    QVERIFY(line("Client ID"));
    QCOMPARE(line("Client ID")->text(), QStringLiteral("half a cli"));
    QCOMPARE(m_window->shownAccount(), QStringLiteral("c"));
    press(*m_window, QStringLiteral("Back"));
    m_window->showAccountUnlessBusy(QStringLiteral("a"));
    QCOMPARE(m_window->shownAccount(), QStringLiteral("a"));
}

void AccountsTest::serviceEnd_isPutAwayForOneAccount()
{
    addLegacy(QStringLiteral("d"), true, Addresses::Providers);
    addLegacy(QStringLiteral("e"), true, Addresses::Providers);
    const auto saysEnd = [this] {
        return labelled(*m_window, QStringLiteral("Message")).contains(u"Frame.io Legacy ends after");
    };
    QVERIFY(saysEnd());
    press(*m_window, QStringLiteral("OK"));
    QVERIFY(!saysEnd());
    m_window->showAccount(QStringLiteral("d"));
    QVERIFY(saysEnd());
    m_window->showAccount(QStringLiteral("e"));
    QVERIFY(!saysEnd());
}

void AccountsTest::anotherAccountsChange_leavesThePageAlone()
{
    press(*m_window, QStringLiteral("Sign in to Frame.io"));
    QTRY_COMPARE(status(), QStringLiteral("Waiting for the browser"));
    press(*m_window, QStringLiteral("Paste the address…"));
    QLineEdit *field = line("Address the browser ended at");
    field->setText(QStringLiteral("half an add"));
    field->setFocus();
    field->setCursorPosition(4);
    m_accounts->session(QStringLiteral("a"))->signOut();
    m_accounts->session(QStringLiteral("b"))->signIn();
    QTRY_VERIFY(accessibleName(0).contains(u"Signed out"));
    QTRY_VERIFY(accessibleName(1).contains(u"Waiting for the browser"));
    m_accounts->remove(QStringLiteral("b"));
    QCOMPARE(m_window->shownAccount(), QStringLiteral("c"));
    QCOMPARE(status(), QStringLiteral("Waiting for the browser"));
    QCOMPARE(field->text(), QStringLiteral("half an add"));
    QCOMPARE(m_window->focusWidget(), field);
    QCOMPARE(field->cursorPosition(), 4);
}

void AccountsTest::markupInAName_isShownAsItIs()
{
    AccountSettings settings = *m_accounts->find(QStringLiteral("b"));
    settings.name = QStringLiteral("<b>b</b>");
    m_accounts->put(settings, {});
    QCOMPARE(m_rows->item(1)->text(), QStringLiteral("<b>b</b>"));
    QVERIFY(m_rows->item(1)->toolTip().contains(u"&lt;b&gt;b"));
}

void AccountsTest::longName_staysOnOneLineAndIsToldWhole()
{
    const int height = m_rows->visualItemRect(m_rows->item(1)).height();
    AccountSettings settings = *m_accounts->find(QStringLiteral("b"));
    settings.name = QStringLiteral("a name that somebody gave without a thought ").repeated(4).trimmed();
    m_accounts->put(settings, {});
    QCOMPARE(m_rows->visualItemRect(m_rows->item(1)).height(), height);
    QVERIFY(m_rows->item(1)->toolTip().contains(settings.name));
    QVERIFY(accessibleName(1).startsWith(settings.name));
}

void AccountsTest::twentyAccounts_scroll()
{
    for (int index = 4; index <= 20; ++index)
        addLegacy(QString::number(index), false);
    QCOMPARE(m_rows->count(), 20);
    QCOMPARE_LT(m_window->minimumSizeHint().height(), 400); // it fits a small screen still
    settle(*m_window, m_window->width(), 500);
    m_window->showAccount(QStringLiteral("c"));
    m_window->showAccount(QStringLiteral("20"));
    QCOMPARE_GT(m_rows->verticalScrollBar()->maximum(), 0);
    QCOMPARE(m_rows->horizontalScrollBar()->maximum(), 0);
    QVERIFY(m_rows->viewport()->rect().contains(m_rows->visualItemRect(m_rows->currentItem())));
    m_rows->setCurrentRow(0);
    QVERIFY(m_rows->viewport()->rect().contains(m_rows->visualItemRect(m_rows->currentItem())));
    QVERIFY(byName<QPushButton>(*m_window, QStringLiteral("Add account…")));
}

QTEST_MAIN(AccountsTest)
#include "tst_accounts.moc"
