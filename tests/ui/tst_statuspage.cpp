// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"
#include "samples.h"
#include "ui/headerlabel.h"
#include "ui/scopelist.h"
#include "ui/statuspage.h"
#include "ui/theme.h"
#include "ui/translation.h"

#include <QAccessible>
#include <QPushButton>
#include <QTest>
#include <QTextDocumentFragment>

using namespace framekey;
using namespace framekey::test;

/// The page of an account in every state, by the names a screen reader says.
class StatusPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void state_hasItsButtons_data();
    void state_hasItsButtons();
    void signedIn_labels();
    void noRenewal_isNotOffered();
    void accessibleName_isTheShownText();
    void grantedAccess_isAListOfItems();
    void buttons_order();
    void problem_isOneMessage();
    void renewing_movesNothing();
    void noAccount_offersTheWaysIn();
    void notices_comeFirst();
    void onePrimaryAtMost();
    void focusedButton_keepsItsLook();

private:
    void show(const AccountView &view) { m_page->setView(view, m_times, {}, false); }
    void showSample(const QString &name);

    std::unique_ptr<StatusPage> m_page;
    const TimeWords m_times{samples::now(), QLocale(QLocale::English, QLocale::UnitedKingdom)};
};

namespace
{

QStringList names(const char *text)
{
    return QString::fromUtf8(text).split(u'|', Qt::SkipEmptyParts);
}

} // namespace

void StatusPageTest::initTestCase()
{
    installTranslation(*qApp, QLocale(QLocale::English));
    applyTheme(*qApp, ColorScheme::Light);
    m_page = std::make_unique<StatusPage>();
    settle(*m_page, 460);
}

void StatusPageTest::showSample(const QString &name)
{
    for (const samples::Sample &it : samples::all()) {
        if (it.name == name)
            show(it.view);
    }
    settle(*m_page, 460);
}

void StatusPageTest::state_hasItsButtons_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QStringList>("buttons");
    const auto row = [](const char *name, const char *status, const char *buttons) {
        QTest::newRow(name) << QString::fromUtf8(status) << names(buttons);
    };
    row("starting", "Starting", "Settings|Activity|Add account…|Quit");
    row("signed-out", "Signed out",
        "Change…|Sign in to Frame.io|Try with a practice account|Settings|Activity|Add account…|Import "
        ".env…|Quit");
    row("receipt-revoked", "Signed out",
        "OK|Change…|Sign in to Frame.io|Try with a practice account|Settings|Activity|Add account…|Import "
        ".env…|Quit");
    row("waiting", "Waiting for the browser",
        "Copy link|Open the browser again|Paste the address…|Cancel|Settings|Activity|Quit");
    row("signed-in", "Signed in",
        "Renew now|Copy token|Re-authorize…|Show lines|Settings|Activity|Add account…|Quit|Sign out");
    row("renewing", "Renewing",
        "Renew now|Copy token|Re-authorize…|Show lines|Settings|Activity|Add account…|Quit|Sign out");
    row("reauthorizing", "Signed in",
        "Copy link|Open the browser again|Paste the address…|Cancel|Renew now|Copy token|"
        "Show lines|Settings|Activity|Add account…|Quit|Sign out");
    row("person-question", "Signed in",
        "Keep Ana Lima|Use Ben Okafor|Renew now|Copy token|Show lines|Settings|Activity|Add "
        "account…|Quit|Sign out");
    row("signed-in-memory", "Signed in",
        "Try again|Renew now|Copy token|Re-authorize…|Show lines|Settings|Activity|Add account…|Quit|Sign "
        "out");
    row("sign-in-again", "Sign in again", "Sign in to Frame.io|Sign out|Settings|Activity|Add account…|Quit");
    row("offline", "Offline, will try again", "Renew now|Settings|Activity|Add account…|Quit|Sign out");
    row("keychain-locked", "Keychain locked", "Try again|Settings|Activity|Add account…|Quit");
}

void StatusPageTest::state_hasItsButtons()
{
    QFETCH(QString, status);
    showSample(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(labelled(*m_page, QStringLiteral("Status")), status);
    QTEST(buttons(*m_page), "buttons");
}

void StatusPageTest::signedIn_labels()
{
    showSample(QStringLiteral("signed-in"));
    QCOMPARE(labelled(*m_page, QStringLiteral("Person")), QStringLiteral("Ana Lima, ana@northlight.example"));
    QCOMPARE(labelled(*m_page, QStringLiteral("Expires")), QStringLiteral("today at 14:05, in 42 minutes"));
    QCOMPARE(labelled(*m_page, QStringLiteral("Renewal")),
             QStringLiteral("by itself, next at 13:53; last at 13:05"));
    showSample(QStringLiteral("signed-in-not-confirmed"));
    QCOMPARE(labelled(*m_page, QStringLiteral("Person")), QStringLiteral("not confirmed"));
}

void StatusPageTest::noRenewal_isNotOffered()
{
    showSample(QStringLiteral("v4-no-renewal-untold"));
    auto *renew = byName<QPushButton>(*m_page, QStringLiteral("Renew now"));
    QVERIFY(renew);
    QVERIFY(!renew->isEnabled());
    showSample(QStringLiteral("v4-signed-in"));
    QVERIFY(renew->isEnabled());
}

void StatusPageTest::accessibleName_isTheShownText()
{
    int seen = 0;
    for (const samples::Sample &it : samples::all()) {
        showSample(it.name);
        for (QWidget *widget : visibleWidgets(*m_page)) {
            const auto *label = qobject_cast<QLabel *>(widget);
            if (!label || label->text().isEmpty())
                continue;
            const QString shown = Qt::mightBeRichText(label->text())
                                      ? QTextDocumentFragment::fromHtml(label->text()).toPlainText()
                                      : label->text();
            // A label may be broken within an address, which nobody hears.
            const auto plain = [](QString text) {
                return text.remove(u' ').remove(u'\n').remove(u'.').remove(QChar(0x200b));
            };
            const QString name = nameOf(widget);
            QVERIFY2(plain(name).endsWith(plain(shown)), qPrintable(name + u'|' + shown));
            ++seen;
        }
    }
    QVERIFY(seen > 100);
}

void StatusPageTest::grantedAccess_isAListOfItems()
{
    showSample(QStringLiteral("signed-in"));
    auto *list = byName<ScopeList>(*m_page, QStringLiteral("Granted access"));
    QVERIFY(list);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(list);
    QCOMPARE(accessible->role(), QAccessible::List);
    QCOMPARE(accessible->childCount(), 4);
    QCOMPARE(accessible->child(0)->role(), QAccessible::ListItem);
    QCOMPARE(accessible->child(0)->text(QAccessible::Name),
             QStringLiteral("Read your account, account.read, granted"));
    QCOMPARE(accessible->child(3)->text(QAccessible::Name),
             QStringLiteral("Create comments: asked for, not granted, comment.create"));
}

void StatusPageTest::buttons_order()
{
    showSample(QStringLiteral("signed-in"));
    QList<Order> given;
    const auto connection =
        connect(m_page.get(), &StatusPage::ordered, this, [&given](Order order) { given += order; });
    for (const char *name : {"Renew now", "Copy token", "Re-authorize…", "Settings", "Sign out", "Quit"})
        press(*m_page, QString::fromUtf8(name));
    // By keyboard too.
    auto *renew = byName<QPushButton>(*m_page, QStringLiteral("Renew now"));
    QTest::keyClick(renew, Qt::Key_Return);
    QTest::keyClick(renew, Qt::Key_Space);
    disconnect(connection);
    QCOMPARE(given, (QList{Order::RenewNow, Order::CopyToken, Order::Reauthorize, Order::OpenSettings,
                           Order::SignOut, Order::Quit, Order::RenewNow, Order::RenewNow}));
}

void StatusPageTest::problem_isOneMessage()
{
    showSample(QStringLiteral("sign-in-again"));
    const QString message = labelled(*m_page, QStringLiteral("Message"));
    for (const char *part : {"Frame.io Legacy no longer accepts this sign-in",
                             "Nothing on this computer is lost", "13:19", "Sign in again"})
        QVERIFY2(message.contains(QLatin1StringView(part)), qPrintable(message));
    QVERIFY(byName<QLabel>(*m_page, QStringLiteral("invalid_grant")));
}

void StatusPageTest::renewing_movesNothing()
{
    const auto places = [this] {
        QHash<QString, QRect> rects;
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->isVisible())
                rects[nameOf(button)] = QRect(button->mapTo(m_page.get(), QPoint()), button->size());
        }
        return rects;
    };
    showSample(QStringLiteral("signed-in"));
    const auto before = places();
    showSample(QStringLiteral("renewing"));
    QCOMPARE(places(), before);
    m_page->sayCopied(QStringLiteral("Copied for 30 seconds"));
    settle(*m_page, 460);
    QCOMPARE(places(), before);
}

void StatusPageTest::noAccount_offersTheWaysIn()
{
    m_page->showNoAccount({});
    settle(*m_page, 460);
    QCOMPARE(labelled(*m_page, QStringLiteral("Status")), QStringLiteral("Signed out"));
    QCOMPARE(buttons(*m_page),
             names("Sign in to Frame.io|Try with a practice account|Add account…|Import .env…|Quit"));
}

void StatusPageTest::notices_comeFirst()
{
    m_page->setView(samples::signedIn(), m_times, {keepsRunningCard(), notSavedCard()}, false);
    settle(*m_page, 460);
    QCOMPARE(buttons(*m_page).first(), QStringLiteral("OK"));
    showSample(QStringLiteral("signed-in"));
    QCOMPARE(buttons(*m_page).first(), QStringLiteral("Renew now"));
}

void StatusPageTest::onePrimaryAtMost()
{
    for (const samples::Sample &it : samples::all()) {
        showSample(it.name);
        int primary = 0;
        for (const QPushButton *button : m_page->findChildren<QPushButton *>())
            primary += button->isVisible() && button->property("primary").toBool() ? 1 : 0;
        QVERIFY2(primary <= 1, qPrintable(it.name));
    }
}

void StatusPageTest::focusedButton_keepsItsLook()
{
    showSample(QStringLiteral("signed-in"));
    auto *renew = byName<QPushButton>(*m_page, QStringLiteral("Renew now"));
    renew->setFocus(Qt::MouseFocusReason);
    const QImage picture = renew->grab().toImage();
    QCOMPARE(picture.pixelColor(renew->width() / 2, 3), m_page->palette().color(QPalette::Button));
}

QTEST_MAIN(StatusPageTest)
#include "tst_statuspage.moc"
