// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "byname.h"
#include "session/eventlog.h"
#include "ui/presentation/cardwords.h"
#include "ui/presentation/reporttext.h"
#include "ui/statuspage.h"
#include "ui/theme.h"
#include "windowonfakes.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace framekey;
using namespace framekey::test;

/// The report's text, and the button that copies it.
class ReportTest : public QObject, private WindowOnFakes
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ColorScheme::Light); }
    void init();
    void cleanup() { close(); }
    void text_isPlainAndBounded();
    void text_namesNobody();
    void everyEvent_hasWords();
    void report_isOfferedOnlyWhereSomethingIsWrong();
    void whatThePersonDecided_isNoTrouble();
    void copyReport_saysSoWithoutMovingAnything();
    void activity_offersItToo();

private:
    [[nodiscard]] QString text(const SystemFacts &facts = {}) const
    {
        return reportText({*m_accounts, *m_events, m_clock, facts});
    }
    [[nodiscard]] QPushButton *button()
    {
        return byName<QPushButton>(*m_window, QStringLiteral("Copy report"));
    }
    void failToSignIn();

    std::unique_ptr<EventLog> m_events;
};

void ReportTest::init()
{
    open();
    m_events = std::make_unique<EventLog>(m_clock);
}

void ReportTest::failToSignIn()
{
    // A confidential client without its secret.
    AccountSettings settings = *m_accounts->find(addLegacy(QStringLiteral("work"), false));
    settings.clientAuthentication = ClientAuthentication::Basic;
    m_accounts->put(settings, std::nullopt);
    QTRY_COMPARE(status(), QStringLiteral("Signed out"));
    press(*m_window, QStringLiteral("Sign in to Frame.io"));
}

void ReportTest::text_isPlainAndBounded()
{
    SystemFacts facts;
    facts.desktop = QString(100'000, u'x') + u'\n' + QChar(0x1b) + QStringLiteral("[2J");
    facts.distribution = QStringLiteral("a\nb\x1b[31m\u202e\u009b ü");
    for (int account = 0; account < 60; ++account) {
        const QString name = QString::number(account);
        addLegacy(name, false);
        const EventSource source(m_events.get(), name);
        source.note({.what = Event::What::SignInBegun});
        for (int step = 0; step < 100; ++step)
            source.note(Event::What::KeychainProbed,
                        Failure{.serverCode = QStringLiteral("invalid_request_object\n")});
    }
    const QString told = text(facts);
    QVERIFY(told.size() > longestReport / 2);
    QVERIFY(told.toUtf8().size() <= longestReport);
    QVERIFY(std::ranges::all_of(
        told, [](QChar c) { return c == u'\n' || (c.unicode() >= 0x20 && c.unicode() < 0x7f); }));
    QVERIFY(told.contains(QStringLiteral("Distribution: a?b?[31m??")));
    QVERIFY(told.contains(QStringLiteral("## Last events")));
    QVERIFY(told.endsWith(QStringLiteral("the server says another at settings\n")));
}

void ReportTest::text_namesNobody()
{
    addLegacy(QStringLiteral("Northlight"), true);
    m_events->enlist(QStringLiteral("Northlight"));
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    const QString told = text();
    for (const char *name : {"Northlight", "Ana", "northlight", "@", "the-token", "-client"})
        QVERIFY2(!told.contains(QLatin1StringView(name)), name);
    QVERIFY(told.contains(QStringLiteral("## Account 1")));
    QVERIFY(told.contains(QStringLiteral("Client id: 17 characters\n")));
    QVERIFY(told.contains(QStringLiteral("Token endpoint: https://applications.frame.io/oauth2/token\n")));
    QVERIFY(told.contains(QStringLiteral("State: signed-in\n")));
}

void ReportTest::everyEvent_hasWords()
{
    for (int what = 0; what <= static_cast<int>(Event::What::TokenRefused); ++what) {
        Event event{.what = static_cast<Event::What>(what), .exchange = Exchange{}};
        m_events->note(event);
    }
    QStringList lines =
        text().section(QStringLiteral("## Last events\n"), 1).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), static_cast<qsizetype>(Event::What::TokenRefused) + 1);
    QCOMPARE(lines.removeDuplicates(), 0);
}

void ReportTest::report_isOfferedOnlyWhereSomethingIsWrong()
{
    failToSignIn();
    QVERIFY(!labelled(*m_window, QStringLiteral("Message")).isEmpty());
    QVERIFY(!button()); // nobody can make one
    m_window->setReport([] { return QString(); });
    QVERIFY(button());
    addLegacy(QStringLiteral("good"), true);
    QTRY_COMPARE(status(), QStringLiteral("Signed in"));
    QVERIFY(!button());
}

void ReportTest::whatThePersonDecided_isNoTrouble()
{
    StatusPage page;
    page.offerReport();
    const TimeWords times(m_clock.nowUtc());
    AccountView view;
    view.snapshot.state = SessionSnapshot::State::SignedOut;
    const auto offers = [&](Failure::Kind kind) {
        view.snapshot.problem = Failure{.stage = Failure::Stage::AuthorizationServer, .kind = kind};
        page.setView(view, times, {}, false);
        return byName<QPushButton>(page, QStringLiteral("Copy report")) != nullptr;
    };
    page.show();
    QVERIFY(offers(Failure::Kind::Client));
    QVERIFY(!offers(Failure::Kind::Denied));
    QVERIFY(!offers(Failure::Kind::Cancelled));
    page.showNoAccount({keepsRunningCard()});
    QVERIFY(!byName<QPushButton>(page, QStringLiteral("Copy report")));
    page.showNoAccount({brokenFileCard(QStringLiteral("/tmp/accounts.json"))});
    QVERIFY(byName<QPushButton>(page, QStringLiteral("Copy report")));
}

void ReportTest::copyReport_saysSoWithoutMovingAnything()
{
    m_window->setReport([this] { return text(); });
    failToSignIn();
    QCoreApplication::processEvents();
    const QRect before = button()->geometry();
    const auto whole = m_window->grab().toImage().size();
    button()->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), text());
    QVERIFY(text().contains(QStringLiteral("Problem: settings, client-secret-missing at settings")));
    QCoreApplication::processEvents();
    QVERIFY(byName<QLabel>(*m_window, QStringLiteral("Copied")));
    QCOMPARE(button()->geometry(), before);
    QCOMPARE(m_window->grab().toImage().size(), whole);
}

void ReportTest::activity_offersItToo()
{
    m_window->setReport([this] { return text(); });
    addLegacy(QStringLiteral("good"), true);
    press(*m_window, QStringLiteral("Activity"));
    QVERIFY(button());
    QGuiApplication::clipboard()->clear();
    button()->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), text());
    QVERIFY(byName<QLabel>(*m_window, QStringLiteral("Copied")));
}

QTEST_MAIN(ReportTest)
#include "tst_report.moc"
