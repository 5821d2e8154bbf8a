// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionfixture.h"

using namespace std::chrono_literals;

Q_DECLARE_METATYPE(framekey::HandOver)

namespace framekey::test
{

/// A redirect that the desktop hands over (RFC 8252 7.1), and the minute after which a wait is explained.
class SessionHandOverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readyDesktop_opensTheBrowser_data();
    void readyDesktop_opensTheBrowser();
    void otherDesktop_holdsTheBrowser_data();
    void otherDesktop_holdsTheBrowser();
    void registration_opensTheBrowser();
    void registrationThatFails_isSaid();
    void heldBrowser_isThePersonsToOpen();
    void lateAnswer_holdsNoOpenedBrowser();
    void handedOverAddress_signsIn();
    void addressOfAnotherIssuer_changesNothing();
    void loopback_asksNoDesktop();
    void minuteWithoutARedirect_isLate();
    void heldBrowser_isNotLate();
    void redirect_isNotLate();

private:
    /// One whose account redirects to a private-use scheme; the sign-in has begun.
    std::unique_ptr<SessionFixture> begin(HandOver handOver);
    static const SessionSnapshot::Waiting &waiting(const SessionFixture &it) { return *it.shown().waiting; }
};

static QByteArray redirected(const SessionFixture &it, const QByteArray &query)
{
    return "adobe+0a1b://adobeid/c?" + query + "&state=" + it.state();
}

std::unique_ptr<SessionFixture> SessionHandOverTest::begin(HandOver handOver)
{
    auto it = std::make_unique<SessionFixture>();
    it->client.redirectUri = QStringLiteral("adobe+0a1b://adobeid/c");
    it->schemes.setState(handOver);
    it->load();
    it->session.signIn();
    if (!QTest::qWaitFor([&it] { return it->schemes.asked().size() == 1; }))
        qWarning("the desktop was not asked");
    return it;
}

void SessionHandOverTest::readyDesktop_opensTheBrowser_data()
{
    QTest::addColumn<HandOver>("handOver");
    QTest::newRow("ready") << HandOver::Ready;
    QTest::newRow("cannot tell") << HandOver::CannotTell;
}

void SessionHandOverTest::readyDesktop_opensTheBrowser()
{
    QFETCH(HandOver, handOver);
    const auto it = begin(handOver);
    QCOMPARE(it->schemes.asked(), QStringList{QStringLiteral("adobe+0a1b")});
    QCOMPARE(it->userAgent.opened().size(), 1);
    QCOMPARE(it->asked(QStringLiteral("redirect_uri")), it->client.redirectUri);
    QVERIFY(!waiting(*it).browserHeld && waiting(*it).listening);
    QVERIFY(it->schemes.entered().isEmpty());
}

void SessionHandOverTest::otherDesktop_holdsTheBrowser_data()
{
    QTest::addColumn<HandOver>("handOver");
    QTest::newRow("not registered") << HandOver::NotRegistered;
    QTest::newRow("another program") << HandOver::AnotherProgram;
    QTest::newRow("opener refuses") << HandOver::OpenerRefuses;
}

void SessionHandOverTest::otherDesktop_holdsTheBrowser()
{
    QFETCH(HandOver, handOver);
    const auto it = begin(handOver);
    QVERIFY(waiting(*it).browserHeld);
    QCOMPARE(waiting(*it).handOver, handOver);
    QVERIFY(it->userAgent.opened().isEmpty());
    QVERIFY(it->schemes.entered().isEmpty()); // only when asked to
}

void SessionHandOverTest::registration_opensTheBrowser()
{
    const auto it = begin(HandOver::NotRegistered);
    it->session.registerScheme();
    QCOMPARE(it->schemes.entered(), QStringList{QStringLiteral("adobe+0a1b")});
    QCOMPARE(it->userAgent.opened().size(), 1);
    QVERIFY(!waiting(*it).browserHeld);
    QCOMPARE(waiting(*it).handOver, HandOver::Ready);
}

void SessionHandOverTest::registrationThatFails_isSaid()
{
    const auto it = begin(HandOver::AnotherProgram);
    it->schemes.setAfterEntering(HandOver::AnotherProgram);
    it->session.registerScheme();
    QCOMPARE(waiting(*it).handOver, HandOver::NotTaken);
    QVERIFY(waiting(*it).browserHeld);
}

void SessionHandOverTest::heldBrowser_isThePersonsToOpen()
{
    const auto it = begin(HandOver::OpenerRefuses);
    it->session.openBrowserAgain();
    QCOMPARE(it->userAgent.opened().size(), 1);
    QVERIFY(!waiting(*it).browserHeld);
    QCOMPARE(waiting(*it).handOver, HandOver::OpenerRefuses);
}

void SessionHandOverTest::lateAnswer_holdsNoOpenedBrowser()
{
    SessionFixture it;
    it.client.redirectUri = QStringLiteral("adobe+0a1b://adobeid/c");
    it.schemes.setState(HandOver::NotRegistered);
    it.schemes.hold();
    it.load();
    it.session.signIn();
    QTRY_COMPARE(it.schemes.asked().size(), 1);
    it.session.openBrowserAgain();
    it.schemes.answerNow();
    QVERIFY(!waiting(it).browserHeld);
    QCOMPARE(waiting(it).handOver, HandOver::NotRegistered);
    QCOMPARE(it.userAgent.opened().size(), 1);
}

void SessionHandOverTest::handedOverAddress_signsIn()
{
    const auto it = begin(HandOver::Ready);
    it->server.answer(200, tokenBody("1"));
    QVERIFY(it->session.takeRedirect(Secret(redirected(*it, "code=c0de"))));
    QVERIFY(waiting(*it).finishing && !waiting(*it).listening);
    QVERIFY(!it->session.takeRedirect(Secret(redirected(*it, "code=c0de"))));
    QTRY_COMPARE(it->shown().state, State::SignedIn);
    QVERIFY(!it->session.takeRedirect(Secret("adobe+0a1b://adobeid/c?code=c0de")));
}

void SessionHandOverTest::addressOfAnotherIssuer_changesNothing()
{
    SessionFixture it;
    it.client.redirectUri = QStringLiteral("adobe+0a1b://adobeid/c");
    it.client.issuer = QStringLiteral("https://one.example");
    it.load();
    it.begin();
    for (const QByteArray &issuer : {QByteArray(), QByteArray("&iss=https%3A%2F%2Ftwo.example")}) {
        QVERIFY(!it.session.takeRedirect(Secret(redirected(it, "code=c0de" + issuer))));
        QVERIFY(!waiting(it).finishing);
    }
    QVERIFY(it.session.takeRedirect(Secret(redirected(it, "code=c0de&iss=https%3A%2F%2Fone.example"))));
}

void SessionHandOverTest::loopback_asksNoDesktop()
{
    SessionFixture it;
    it.load();
    it.begin();
    QVERIFY(it.schemes.asked().isEmpty());
    it.session.registerScheme();
    QVERIFY(it.schemes.entered().isEmpty());
}

void SessionHandOverTest::minuteWithoutARedirect_isLate()
{
    SessionFixture it;
    it.load();
    it.begin();
    it.clock.advance(59s);
    QVERIFY(!waiting(it).late);
    it.clock.advance(1s);
    QVERIFY(waiting(it).late);
    it.session.openBrowserAgain();
    QVERIFY(waiting(it).late); // what is shown stays: it may be being read
}

void SessionHandOverTest::heldBrowser_isNotLate()
{
    const auto it = begin(HandOver::NotRegistered);
    it->clock.advance(2min);
    QVERIFY(!waiting(*it).late);
    it->session.openBrowserAgain();
    it->clock.advance(60s);
    QVERIFY(waiting(*it).late);
}

void SessionHandOverTest::redirect_isNotLate()
{
    SessionFixture it;
    it.load();
    it.begin();
    it.redirect("code=c0de&state=" + it.state()); // the token endpoint does not answer
    QTRY_VERIFY(waiting(it).finishing);
    it.clock.advance(60s);
    QVERIFY(!it.shown().waiting || !waiting(it).late);
}

static const TestCase<SessionHandOverTest> testCase("sessionhandover");

} // namespace framekey::test

#include "tst_sessionhandover.moc"
