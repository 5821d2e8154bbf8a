// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"
#include "samples.h"
#include "ui/statuspage.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace framekey;
using namespace framekey::test;

/// A sign-in that waits for the browser, as the person sees it.
class WaitingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pastesAnAddress();
    void emptyPasteIsSaidBesideTheField();
    void pasteProblemStandsBesideTheField();
    void copiesTheLink();
    void cancelsUntilTheTokensAreKept();
    void focusIsWhereReturnDoesNoHarm();
    void schemeIsRegisteredOnRequest();
    void openedAllTheSame_canStillBeRegistered_data();
    void openedAllTheSame_canStillBeRegistered();
    void refusedHandOverPutsThePasteFieldForward();
    void lateWaitSaysWhyAndPutsThePasteFieldForward_data();
    void lateWaitSaysWhyAndPutsThePasteFieldForward();

private:
    void showSample(const QString &name);

    std::unique_ptr<StatusPage> m_page;
    const TimeWords m_times{samples::now(), QLocale(QLocale::English, QLocale::UnitedKingdom)};
};

void WaitingTest::initTestCase()
{
    applyTheme(*qApp, ColorScheme::Light);
    m_page = std::make_unique<StatusPage>();
    settle(*m_page, 460);
}

void WaitingTest::showSample(const QString &name)
{
    for (const samples::Sample &it : samples::all()) {
        if (it.name == name)
            m_page->setView(it.view, m_times, {}, false);
    }
    settle(*m_page, 460);
}

void WaitingTest::pastesAnAddress()
{
    showSample(QStringLiteral("waiting"));
    QSignalSpy pasted(m_page.get(), &StatusPage::addressPasted);
    press(*m_page, QStringLiteral("Paste the address…"));
    auto *field = byName<QLineEdit>(*m_page, QStringLiteral("Address the browser ended at"));
    QVERIFY(field);
    QVERIFY(field->hasFocus() || m_page->focusWidget() == field);
    field->setText(QStringLiteral("  http://127.0.0.1/callback?code=x "));
    press(*m_page, QStringLiteral("Finish sign-in"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(pasted.size(), 2);
    QCOMPARE(pasted[0][0].toString(), QStringLiteral("http://127.0.0.1/callback?code=x"));
    // The code does not stay in the window when the wait is over.
    showSample(QStringLiteral("signed-in"));
    QCOMPARE(field->text(), QString());
}

void WaitingTest::emptyPasteIsSaidBesideTheField()
{
    showSample(QStringLiteral("waiting"));
    press(*m_page, QStringLiteral("Paste the address…"));
    QSignalSpy pasted(m_page.get(), &StatusPage::addressPasted);
    press(*m_page, QStringLiteral("Finish sign-in"));
    QCOMPARE(pasted.size(), 0);
    auto *field = byName<QLineEdit>(*m_page, QStringLiteral("Address the browser ended at"));
    QCOMPARE(field->accessibleDescription(), QStringLiteral("Paste the address first."));
    showSample(QStringLiteral("signed-in"));
}

void WaitingTest::pasteProblemStandsBesideTheField()
{
    showSample(QStringLiteral("waiting-paste"));
    auto *field = byName<QLineEdit>(*m_page, QStringLiteral("Address the browser ended at"));
    QVERIFY(field);
    QVERIFY(field->accessibleDescription().contains(u"another sign-in"));
    const QString message = QStringLiteral("Message: ") + field->accessibleDescription();
    QVERIFY(byName<QLabel>(*m_page, message));
    showSample(QStringLiteral("signed-in"));
}

void WaitingTest::copiesTheLink()
{
    showSample(QStringLiteral("waiting"));
    const auto *link = byName<QLineEdit>(*m_page, QStringLiteral("Sign-in link"));
    QVERIFY(link && link->isReadOnly());
    QVERIFY(link->text().startsWith(u"https://applications.frame.io/oauth2/auth?"));
    press(*m_page, QStringLiteral("Copy link"));
    QCOMPARE(QGuiApplication::clipboard()->text(), link->text());
    QVERIFY(byName<QLabel>(*m_page, QStringLiteral("Copied")));
}

void WaitingTest::cancelsUntilTheTokensAreKept()
{
    const auto canCancel = [this] {
        const auto *cancel = byName<QPushButton>(*m_page, QStringLiteral("Cancel"));
        return cancel && cancel->isEnabled();
    };
    for (const QString &name : {QStringLiteral("waiting"), QStringLiteral("finishing")}) {
        showSample(name);
        QVERIFY(canCancel());
    }
    showSample(QStringLiteral("finishing-storing"));
    QVERIFY(byName<QPushButton>(*m_page, QStringLiteral("Cancel")));
    QVERIFY(!canCancel());
    showSample(QStringLiteral("waiting"));
    QVERIFY(canCancel());
}

void WaitingTest::focusIsWhereReturnDoesNoHarm()
{
    showSample(QStringLiteral("signed-out"));
    m_page->focusPrimary();
    QCOMPARE(nameOf(m_page->focusWidget()), QStringLiteral("Sign in to Frame.io"));
    showSample(QStringLiteral("waiting"));
    QCOMPARE(nameOf(m_page->focusWidget()), QStringLiteral("Copy link"));
}

void WaitingTest::schemeIsRegisteredOnRequest()
{
    showSample(QStringLiteral("waiting-scheme"));
    QVERIFY(!byName<QPushButton>(*m_page, QStringLiteral("Register with this desktop")));
    showSample(QStringLiteral("waiting-scheme-not-registered"));
    QSignalSpy ordered(m_page.get(), &StatusPage::ordered);
    press(*m_page, QStringLiteral("Register with this desktop"));
    QCOMPARE(ordered.size(), 1);
    QCOMPARE(ordered[0][0].value<Order>(), Order::RegisterScheme);
    QVERIFY(byName<QPushButton>(*m_page, QStringLiteral("Open the browser")));
    QVERIFY(!byName<QLineEdit>(*m_page, QStringLiteral("Address the browser ended at")));
    showSample(QStringLiteral("signed-in"));
}

void WaitingTest::openedAllTheSame_canStillBeRegistered_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<bool>("offered");
    QTest::addColumn<QString>("hint");
    QTest::newRow("no program") << "waiting-late-scheme-not-registered" << true << "Register it first";
    QTest::newRow("another program") << "waiting-late-scheme-anothers" << true
                                     << "Register Framekey for it first";
    QTest::newRow("refused") << "waiting-late-scheme-refused" << false << "paste it below";
    QTest::newRow("not taken") << "waiting-late-scheme-not-taken" << false << "paste it below";
}

void WaitingTest::openedAllTheSame_canStillBeRegistered()
{
    QFETCH(QString, sample);
    QFETCH(QString, hint);
    showSample(sample);
    const auto *button = byName<QPushButton>(*m_page, QStringLiteral("Register with this desktop"));
    QTEST(button != nullptr, "offered");
    QVERIFY(labelled(*m_page, QStringLiteral("Message")).contains(hint));
    QVERIFY(byName<QPushButton>(*m_page, QStringLiteral("Open the browser again")));
    showSample(QStringLiteral("signed-in"));
}

void WaitingTest::refusedHandOverPutsThePasteFieldForward()
{
    showSample(QStringLiteral("waiting-scheme-refused"));
    QVERIFY(!byName<QPushButton>(*m_page, QStringLiteral("Register with this desktop")));
    QVERIFY(byName<QLineEdit>(*m_page, QStringLiteral("Address the browser ended at")));
    QVERIFY(labelled(*m_page, QStringLiteral("Message")).contains(u"xdg-open"));
    showSample(QStringLiteral("signed-in"));
}

void WaitingTest::lateWaitSaysWhyAndPutsThePasteFieldForward_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QString>("word");
    QTest::newRow("http") << QStringLiteral("waiting-late") << QStringLiteral("https only");
    QTest::newRow("https") << QStringLiteral("waiting-late-tls")
                           << QStringLiteral("it is Framekey that answers there");
    QTest::newRow("any port") << QStringLiteral("waiting-late-any-port")
                              << QStringLiteral("Register exactly this: http://127.0.0.1/callback");
    QTest::newRow("scheme, not registered")
        << QStringLiteral("waiting-late-scheme-not-registered") << QStringLiteral("register it, then open");
    QTest::newRow("scheme, another program's")
        << QStringLiteral("waiting-late-scheme-anothers") << QStringLiteral("register it, then open");
    QTest::newRow("scheme, refused") << QStringLiteral("waiting-late-scheme-refused")
                                     << QStringLiteral("did not load");
    QTest::newRow("scheme, not taken")
        << QStringLiteral("waiting-late-scheme-not-taken") << QStringLiteral("did not load");
    QTest::newRow("scheme") << QStringLiteral("waiting-late-scheme")
                            << QStringLiteral("whether to open Framekey");
    QTest::newRow("paste") << QStringLiteral("waiting-late-paste") << QStringLiteral("did not load");
}

void WaitingTest::lateWaitSaysWhyAndPutsThePasteFieldForward()
{
    QFETCH(QString, sample);
    QFETCH(QString, word);
    showSample(sample);
    QVERIFY(byName<QLineEdit>(*m_page, QStringLiteral("Address the browser ended at")));
    const auto labels = m_page->findChildren<QLabel *>();
    const auto causes = std::ranges::find_if(labels, [](const QLabel *label) {
        return label->isVisibleTo(label->window()) && label->text().contains(u"Nothing has come yet");
    });
    QVERIFY(causes != labels.end());
    QVERIFY((*causes)->accessibleName().contains(word));
    QVERIFY((*causes)->accessibleName().contains(u"this redirect address is not registered"));
    showSample(QStringLiteral("signed-in"));
    QVERIFY(!(*causes)->isVisibleTo(m_page.get()));
}

QTEST_MAIN(WaitingTest)
#include "tst_waiting.moc"
