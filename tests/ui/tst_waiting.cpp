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

QTEST_MAIN(WaitingTest)
#include "tst_waiting.moc"
