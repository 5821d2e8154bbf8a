// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/eventlog.h"

#include "fakeclock.h"
#include "testcase.h"

namespace framekey::test
{

using namespace std::chrono_literals;
using What = Event::What;

/// The last events.
class EventLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_log = std::make_unique<EventLog>(m_clock); }
    void twoHundred_areKeptInTheirOrder();
    void signIn_outlastsTheEvents();
    void nextSignIn_replacesTheLast();
    void whatAnybodyCanCause_isCounted();
    void otherReasonsAndLaterOnes_areNotCountedTogether();
    void accounts_areNumbered();
    void words_areKeptOnlyWhereTheyAreSome_data();
    void words_areKeptOnlyWhereTheyAreSome();
    void failure_losesItsTexts();

private:
    FakeClock m_clock;
    std::unique_ptr<EventLog> m_log;
};

void EventLogTest::twoHundred_areKeptInTheirOrder()
{
    const QDateTime start = m_clock.nowUtc();
    for (int number = 0; number < 250; ++number) {
        m_log->note({.what = What::PortOpened, .number = number});
        m_clock.advance(1s);
    }
    QCOMPARE(m_log->events().size(), 200);
    for (int index = 0; index < 200; ++index) {
        QCOMPARE(m_log->events().at(index).number, index + 50);
        QCOMPARE(m_log->events().at(index).at, start.addSecs(index + 50));
    }
}

void EventLogTest::signIn_outlastsTheEvents()
{
    const EventSource source(m_log.get(), QStringLiteral("a"));
    source.note({.what = What::SignInBegun});
    source.note({.what = What::SignedIn});
    for (int number = 0; number < 250; ++number)
        source.note({.what = What::Renewed});
    const QList<Event> steps = m_log->lastSignIn(1);
    QCOMPARE(steps.size(), 2);
    QCOMPARE(steps[1].what, What::SignedIn);
    QVERIFY(m_log->lastSignIn(2).isEmpty());
}

void EventLogTest::nextSignIn_replacesTheLast()
{
    const EventSource source(m_log.get(), QStringLiteral("a"));
    source.note({.what = What::SignInBegun});
    source.note({.what = What::SignInFailed});
    source.note({.what = What::SignInBegun});
    QCOMPARE(m_log->lastSignIn(1).size(), 1);
    for (int number = 0; number < 100; ++number)
        source.note({.what = What::BrowserOpened});
    QCOMPARE(m_log->lastSignIn(1).size(), EventLog::longestSignIn);
}

void EventLogTest::whatAnybodyCanCause_isCounted()
{
    const EventSource source(m_log.get(), QStringLiteral("a"));
    source.note({.what = What::SignInBegun});
    const QDateTime first = m_clock.nowUtc();
    for (int number = 0; number < 1000; ++number) {
        source.note({.what = What::RequestRefused, .number = number % 2 == 0 ? 400 : 404});
        m_clock.advance(1s);
    }
    QCOMPARE(m_log->events().size(), 3);
    QCOMPARE(m_log->events()[1].times, 500);
    QCOMPARE(m_log->events()[1].at, first);
    QCOMPARE(m_log->events()[2].lastAt, first.addSecs(999));
    QCOMPARE(m_log->lastSignIn(1).size(), 3);
    QCOMPARE(m_log->lastSignIn(1)[1].times, 500);
}

void EventLogTest::otherReasonsAndLaterOnes_areNotCountedTogether()
{
    const EventSource one(m_log.get(), QStringLiteral("a"));
    const EventSource other(m_log.get(), QStringLiteral("b"));
    const FailureMark mismatch{.detail = Failure::Detail::StateMismatch};
    one.note({.what = What::RequestRefused, .number = 400});
    one.note({.what = What::RequestRefused, .number = 400, .failure = mismatch});
    other.note({.what = What::RequestRefused, .number = 400});
    QCOMPARE(m_log->events().size(), 3);
    other.note({.what = What::SignInBegun});
    one.note({.what = What::RequestRefused, .number = 400}); // nothing else happened to this account
    QCOMPARE(m_log->events().size(), 4);
    one.note({.what = What::SignInBegun});
    one.note({.what = What::RequestRefused, .number = 400});
    QCOMPARE(m_log->events().size(), 6);
}

void EventLogTest::accounts_areNumbered()
{
    QCOMPARE(m_log->numberOf(QStringLiteral("a")), 0);
    const EventSource one(m_log.get(), QStringLiteral("a"));
    const EventSource other(m_log.get(), QStringLiteral("b"));
    other.note({.what = What::Renewed});
    one.note({.what = What::Renewed});
    EventSource(nullptr, QStringLiteral("a")).note({.what = What::Renewed});
    QCOMPARE(m_log->events().size(), 2);
    QCOMPARE(m_log->events()[0].account, 2);
    QCOMPARE(m_log->events()[1].account, 1);
    QCOMPARE(m_log->enlist(QStringLiteral("a")), 1);
    QCOMPARE(m_log->numberOf(QString()), 0);
}

void EventLogTest::words_areKeptOnlyWhereTheyAreSome_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QByteArray>("kept");
    const QByteArray another("another");
    QTest::newRow("none") << QString() << QByteArray();
    QTest::newRow("RFC 6749 5.2") << QStringLiteral("invalid_grant") << QByteArray("invalid_grant");
    QTest::newRow("OpenID Connect") << QStringLiteral("login_required") << QByteArray("login_required");
    QTest::newRow("a word of nobody's") << QStringLiteral("ana_lima") << another;
    QTest::newRow("capitals") << QStringLiteral("Invalid_grant") << another;
    QTest::newRow("more than a word") << QStringLiteral("invalid_grant ana") << another;
    QTest::newRow("a line feed") << QStringLiteral("no\nt") << another;
    QTest::newRow("beyond ASCII") << QStringLiteral("ungültig") << another;
}

void EventLogTest::words_areKeptOnlyWhereTheyAreSome()
{
    QFETCH(QString, said);
    QTEST(ErrorWord(said).text(), "kept");
}

void EventLogTest::failure_losesItsTexts()
{
    Failure failure{.stage = Failure::Stage::Refresh, .kind = Failure::Kind::Expired};
    failure.serverCode = QStringLiteral("invalid_grant");
    failure.subject = QStringLiteral("secret.example");
    failure.httpStatus = 400;
    const FailureMark mark = FailureMark::of(failure);
    QCOMPARE(mark.stage, Failure::Stage::Refresh);
    QCOMPARE(mark.httpStatus, 400);
    QCOMPARE(mark.word.text(), QByteArray("invalid_grant"));
    failure.detail = Failure::Detail::Tls;
    failure.serverCode = QStringLiteral("unknown_authority");
    QVERIFY(FailureMark::of(failure).word.text().isEmpty());
}

static const TestCase<EventLogTest> testCase("eventlog");

} // namespace framekey::test

#include "tst_eventlog.moc"
