// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/rawclient.h"
#include "harness/redirecttest.h"
#include "harness/sockets.h"

namespace framekey::test
{

using namespace std::chrono_literals;

/// What arrives at the redirect's port: forged, strange and twice; and the port itself.
class TestRedirect : public RedirectTest
{
    Q_OBJECT

private Q_SLOTS:
    void forgedRequestChangesNothing_data();
    void forgedRequestChangesNothing();
    void nothingOfARequestIsEchoed();
    void pagesForbidEverything();
    void genuineRequestInSingleBytesSignsIn();
    void pipelinedRequestIsNotHeard();
    void pipelinedBehindTheGenuineIsNotHeard();
    void reloadedPageSendsNothing();
    void issuerMustBeExactWhereItIsKnown();
    void listenerIsOnLoopbackBoundOnceAndGoneAfterTheOutcome();
    void listenerIsGoneAfterCancel();
};

void TestRedirect::forgedRequestChangesNothing_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray rest = " HTTP/1.1\r\nHost: HOST\r\n\r\n";
    const QByteArray good = "GET /callback?code=CODE&state=STATE HTTP/1.1\r\n";
    QTest::newRow("wrong state, code")
        << "GET /callback?code=evil&state=" + QByteArray(43, 'x') + rest << 400;
    QTest::newRow("no state, code") << "GET /callback?code=CODE" + rest << 400;
    QTest::newRow("empty state, code") << "GET /callback?code=CODE&state=" + rest << 400;
    QTest::newRow("wrong state, error") << "GET /callback?error=access_denied&state=no" + rest << 400;
    QTest::newRow("no state, error") << "GET /callback?error=access_denied" + rest << 400;
    QTest::newRow("right state, no code") << "GET /callback?state=STATE" + rest << 400;
    QTest::newRow("state twice") << "GET /callback?code=CODE&state=STATE&state=STATE" + rest << 400;
    QTest::newRow("code twice") << "GET /callback?code=CODE&code=evil&state=STATE" + rest << 400;
    QTest::newRow("no query") << "GET /callback" + rest << 400;
    QTest::newRow("other path") << "GET /other?code=CODE&state=STATE" + rest << 404;
    QTest::newRow("path below") << "GET /callback/?code=CODE&state=STATE" + rest << 404;
    QTest::newRow("favicon") << "GET /favicon.ico" + rest << 404;
    QTest::newRow("foreign host") << good + "Host: evil.example\r\n\r\n" << 400;
    QTest::newRow("host without port") << good + "Host: 127.0.0.1\r\n\r\n" << 400;
    QTest::newRow("host by name") << good + "Host: localhost\r\n\r\n" << 400;
    QTest::newRow("two hosts") << good + "Host: HOST\r\nHost: evil.example\r\n\r\n" << 400;
    QTest::newRow("no host") << good + "\r\n" << 400;
    QTest::newRow("POST") << "POST /callback?code=CODE&state=STATE" + rest << 405;
    QTest::newRow("HEAD") << "HEAD /callback?code=CODE&state=STATE" + rest << 405;
    QTest::newRow("oversize") << "GET /callback?code=CODE&state=STATE&pad=" + QByteArray(9000, 'a') + rest
                              << 431;
    QTest::newRow("endless header") << good + "Cookie: " + QByteArray(20'000, 'c') << 431;
    QTest::newRow("no HTTP") << QByteArray("\x16\x03\x01\r\n\r\n") << 400;
}

void TestRedirect::forgedRequestChangesNothing()
{
    QFETCH(QByteArray, request);
    begin();
    QVERIFY(waitForRedirect());
    QSignalSpy changes(&session(), &Session::snapshotChanged);
    const QByteArray answer = askRaw(port(), filledIn(request));
    QTEST(statusOf(answer), "status");
    pass(20ms);
    QCOMPARE(changes.size(), 0);
    QCOMPARE(state(), State::SigningIn);
    QVERIFY(snapshot().waiting->listening);
    QCOMPARE(practice().exchanges().size(), 0);

    person->followRedirect();
    VERIFY_UNTIL(person->hasPage());
    QCOMPARE(person->pageStatus(), 200);
    QCOMPARE(state(), State::SignedIn);
    QCOMPARE(practice().exchanges().size(), 1);
}

void TestRedirect::nothingOfARequestIsEchoed()
{
    begin();
    QVERIFY(waitForRedirect());
    const QByteArray description = "&error_description=<script>alert(1)</script>&scope=zebra";
    const QList<QByteArray> targets{"/<script>zebra", "/callback?error=<script>zebra&state=no" + description,
                                    "/callback?error=zebra%3Cscript%3E&state=STATE" + description};
    for (const QByteArray &target : targets) {
        const QByteArray answer =
            askRaw(port(), filledIn("GET " + target + " HTTP/1.1\r\nHost: HOST\r\nReferer: zebra\r\n\r\n"));
        QVERIFY(statusOf(answer) > 0);
        QVERIFY2(!answer.contains("script") && !answer.contains("zebra"), answer);
    }
    VERIFY_UNTIL(state() == State::SignedOut);
    QVERIFY(snapshot().problem);
}

void TestRedirect::pagesForbidEverything()
{
    begin();
    QVERIFY(waitForRedirect());
    const QByteArray refused = askRaw(port(), "GET / HTTP/1.1\r\n\r\n");
    const QByteArray signedIn = askRaw(port(), genuine());
    QCOMPARE(statusOf(refused), 400);
    QCOMPARE(statusOf(signedIn), 200);
    for (const QByteArray &answer : {refused, signedIn}) {
        QVERIFY(answer.contains("\r\nContent-Security-Policy: default-src 'none';"));
        QVERIFY(answer.contains("\r\nX-Content-Type-Options: nosniff\r\n"));
        QVERIFY(answer.contains("\r\nCache-Control: no-store\r\n"));
        QVERIFY(answer.contains("\r\nReferrer-Policy: no-referrer\r\n"));
        QVERIFY(answer.contains("\r\nContent-Type: text/html; charset=utf-8\r\n"));
        for (const char *subresource :
             {"<script", "<img", "<link", "<iframe", "url(", "http-equiv=\"refresh"})
            QVERIFY2(!answer.contains(subresource), subresource);
    }
}

void TestRedirect::genuineRequestInSingleBytesSignsIn()
{
    begin();
    QVERIFY(waitForRedirect());
    RawClient client(port());
    client.sendByteByByte(genuine());
    QVERIFY(client.waitForEnd());
    QCOMPARE(statusOf(client.received()), 200);
    QCOMPARE(state(), State::SignedIn);
}

void TestRedirect::pipelinedRequestIsNotHeard()
{
    begin();
    QVERIFY(waitForRedirect());
    const QByteArray answer = askRaw(port(), "GET /other HTTP/1.1\r\n\r\n" + genuine());
    QCOMPARE(statusOf(answer), 400);
    QCOMPARE(answer.count("HTTP/1.1 "), 1);
    QCOMPARE(state(), State::SigningIn);
    QCOMPARE(statusOf(askRaw(port(), genuine())), 200);
}

void TestRedirect::pipelinedBehindTheGenuineIsNotHeard()
{
    begin();
    QVERIFY(waitForRedirect());
    const QByteArray answer = askRaw(port(), genuine() + genuine());
    QCOMPARE(answer.count("HTTP/1.1 "), 1);
    QCOMPARE(statusOf(answer), 200);
    QCOMPARE(practice().exchanges().size(), 1);
}

void TestRedirect::reloadedPageSendsNothing()
{
    begin();
    QVERIFY(signIn());
    QVERIFY(askRaw(port(), genuine()).isEmpty());
    pass(50ms);
    QCOMPARE(practice().exchanges().size(), 1);
    QCOMPARE(state(), State::SignedIn);
}

void TestRedirect::issuerMustBeExactWhereItIsKnown()
{
    AccountSettings settings = account();
    settings.issuer = practice().base().toString();
    begin(settings);
    QVERIFY(waitForRedirect());
    const QByteArray right = practice().base().toString().toLatin1().toPercentEncoding();
    const auto withIssuer = [this](const QByteArray &issuer) {
        return askRaw(port(), genuine().replace(" HTTP/1.1", QByteArray("&iss=" + issuer + " HTTP/1.1")));
    };
    QCOMPARE(statusOf(askRaw(port(), genuine())), 400);
    QCOMPARE(statusOf(withIssuer("https%3A%2F%2Fevil.example")), 400);
    QCOMPARE(statusOf(withIssuer(right + "%2F")), 400);
    QCOMPARE(practice().exchanges().size(), 0);
    QCOMPARE(statusOf(withIssuer(right)), 200);
    QCOMPARE(state(), State::SignedIn);
}

void TestRedirect::listenerIsOnLoopbackBoundOnceAndGoneAfterTheOutcome()
{
    begin();
    QVERIFY(listeningPorts().isEmpty());
    const int bindsBefore = bindCount();
    QVERIFY(waitForRedirect());
    QCOMPARE(listeningPorts(), QStringList(QStringLiteral("127.0.0.1:%1").arg(port())));
    QCOMPARE(bindCount() - bindsBefore, 1);
    person->followRedirect();
    VERIFY_UNTIL(state() == State::SignedIn);
    QVERIFY(until([] { return listeningPorts().isEmpty(); }, 200ms));
}

void TestRedirect::listenerIsGoneAfterCancel()
{
    begin();
    QVERIFY(waitForRedirect());
    session().cancelSignIn();
    QVERIFY(until([] { return listeningPorts().isEmpty(); }, 200ms));
    QVERIFY(askRaw(port(), genuine()).isEmpty());
    pass(50ms);
    QCOMPARE(practice().exchanges().size(), 0);
    QCOMPARE(state(), State::SignedOut);
    QVERIFY(!snapshot().problem);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestRedirect)
#include "test_redirect.moc"
