// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/rawclient.h"
#include "harness/securedredirect.h"
#include "harness/sockets.h"

#include <QTcpServer>

#include <algorithm>
#include <vector>

namespace framekey::test
{

using namespace std::chrono_literals;
using Detail = Failure::Detail;

/// The redirect over https: who is answered, what a bad certificate does, and who may not stand in the way.
class TestRedirectTls : public SecuredRedirectTest
{
    Q_OBJECT

private Q_SLOTS:
    void browserThatTrustsTheCertificateBringsTheSignIn_data();
    void browserThatTrustsTheCertificateBringsTheSignIn();
    void browserThatRefusesTheCertificateChangesNothing();
    void forgedRequestChangesNothing_data();
    void forgedRequestChangesNothing();
    void plainHttpGetsNothing();
    void fortySilentConnectionsStandInNobodysWay();
    void oneTooManyIsClosedAtOnce();
    void silentHandshakeIsClosed();
    void slowHandshakeIsClosed();
    void takenPortIsSaid();
    void answerOfOneSignInIsNotTheOthers();
    void pastedAddressServesToo();
    void listenerIsOnLoopbackAndGoneAfterTheOutcome();
};

void TestRedirectTls::browserThatTrustsTheCertificateBringsTheSignIn_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("by name") << "localhost";
    QTest::newRow("by address") << "127.0.0.1";
    QTest::newRow("by the newer address") << "[::1]";
}

void TestRedirectTls::browserThatTrustsTheCertificateBringsTheSignIn()
{
    QFETCH(QString, host);
    const Certificate certificate(QStringLiteral("DNS:localhost,IP:127.0.0.1,IP:::1"));
    begin(secured(host, certificate));
    person->trusts = certificate.caFile();
    QVERIFY(signIn());
    QCOMPARE(person->redirect().scheme(), QStringLiteral("https"));
    QCOMPARE(person->pageStatus(), 200);
    QVERIFY(person->page().contains("Ana Lima"));
    QCOMPARE(practice().exchanges().size(), 1);
}

void TestRedirectTls::browserThatRefusesTheCertificateChangesNothing()
{
    const Certificate certificate;
    const Certificate other;
    begin(secured(QStringLiteral("127.0.0.1"), certificate));
    QVERIFY(waitForRedirect());
    QSignalSpy changes(&session(), &Session::snapshotChanged);
    person->trusts = other.caFile();
    person->followRedirect();
    pass(200ms);
    QVERIFY(!person->hasPage());
    QCOMPARE(changes.size(), 0);
    QCOMPARE(practice().exchanges().size(), 0);

    // The person has clicked through the warning.
    person->trusts.clear();
    person->followRedirect();
    VERIFY_UNTIL(state() == State::SignedIn);
}

void TestRedirectTls::forgedRequestChangesNothing_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("status");
    QTest::newRow("foreign host") << QByteArray("Host: 127.0.0.1") << QByteArray("Host: evil.example") << 400;
    QTest::newRow("other path") << QByteArray("GET /callback") << QByteArray("GET /other") << 404;
    QTest::newRow("another state") << QByteArray("&state=") << QByteArray("&state=x") << 400;
    QTest::newRow("oversize") << QByteArray("\r\n\r\n")
                              << QByteArray("\r\nCookie: " + QByteArray(20'000, 'c')) << 431;
}

void TestRedirectTls::forgedRequestChangesNothing()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const Certificate certificate;
    begin(secured(QStringLiteral("127.0.0.1"), certificate));
    QVERIFY(waitForRedirect());
    QVERIFY(genuine().contains(before));
    QSignalSpy changes(&session(), &Session::snapshotChanged);
    QTEST(statusOf(askTls(port(), genuine().replace(before, after))), "status");
    pass(20ms);
    QCOMPARE(changes.size(), 0);
    QCOMPARE(practice().exchanges().size(), 0);
    QCOMPARE(statusOf(askTls(port(), genuine())), 200);
    QCOMPARE(state(), State::SignedIn);
}

void TestRedirectTls::plainHttpGetsNothing()
{
    const Certificate certificate;
    begin(secured(QStringLiteral("127.0.0.1"), certificate));
    QVERIFY(waitForRedirect());
    QSignalSpy changes(&session(), &Session::snapshotChanged);
    RawClient client(port());
    client.send(genuine());
    QVERIFY(client.waitForEnd(2s));
    QVERIFY2(!client.received().contains("HTTP"), client.received());
    pass(20ms);
    QCOMPARE(changes.size(), 0);
    QCOMPARE(practice().exchanges().size(), 0);
    QCOMPARE(statusOf(askTls(port(), genuine())), 200);
}

void TestRedirectTls::fortySilentConnectionsStandInNobodysWay()
{
    const Certificate certificate;
    begin(secured(QStringLiteral("127.0.0.1"), certificate));
    QVERIFY(waitForRedirect());
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 40; ++i)
        silent.push_back(std::make_unique<RawClient>(port()));
    pass(50ms);
    QVERIFY(std::ranges::all_of(silent, [](const auto &client) { return client->isConnected(); }));
    QElapsedTimer waited;
    waited.start();
    QCOMPARE(statusOf(askTls(port(), genuine())), 200);
    QCOMPARE_LE(waited.elapsed(), 2000);
}

void TestRedirectTls::oneTooManyIsClosedAtOnce()
{
    const Certificate certificate;
    begin(secured(QStringLiteral("127.0.0.1"), certificate));
    QVERIFY(waitForRedirect());
    QVERIFY(closesOnlyTheOneTooMany());
    QCOMPARE(statusOf(askTls(port(), genuine())), 200);
}

void TestRedirectTls::silentHandshakeIsClosed()
{
    const Certificate certificate;
    begin(secured(QStringLiteral("127.0.0.1"), certificate));
    QVERIFY(waitForRedirect());
    RawClient client(port());
    QElapsedTimer idle;
    idle.start();
    QVERIFY(client.waitForEnd(8s));
    QCOMPARE_GE(idle.elapsed(), 4500);
    QCOMPARE_LE(idle.elapsed(), 6500);
    QCOMPARE(statusOf(askTls(port(), genuine())), 200);
}

void TestRedirectTls::slowHandshakeIsClosed()
{
    const Certificate certificate;
    begin(secured(QStringLiteral("127.0.0.1"), certificate));
    QVERIFY(waitForRedirect());
    RawClient client(port());
    QElapsedTimer idle;
    idle.start();
    // A TLS record of 512 bytes that is never whole.
    client.send(QByteArray("\x16\x03\x01\x02\x00", 5));
    while (client.isConnected() && idle.elapsed() < 8000) {
        client.send(QByteArray(1, '\x01'));
        pass(100ms);
    }
    QCOMPARE_LE(idle.elapsed(), 6500);
    QCOMPARE(statusOf(askTls(port(), genuine())), 200);
}

void TestRedirectTls::takenPortIsSaid()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    const Certificate certificate;
    begin(secured(QStringLiteral("127.0.0.1"), certificate, other.serverPort()));
    session().signIn();
    VERIFY_UNTIL(snapshot().problem);
    QCOMPARE(snapshot().problem->detail, Detail::PortTaken);
    QCOMPARE(person->opened().size(), 0);
}

void TestRedirectTls::answerOfOneSignInIsNotTheOthers()
{
    const Certificate certificate;
    AccountSettings settings = secured(QStringLiteral("127.0.0.1"), certificate);
    begin(settings);
    settings.id = QStringLiteral("studio");
    settings.name = QStringLiteral("Studio");
    settings.redirectUri = QStringLiteral("https://127.0.0.1:%1/callback").arg(freePort());
    accounts().put(settings, {});
    Session &other = *accounts().session(QStringLiteral("studio"));
    VERIFY_UNTIL(other.snapshot().state == State::SignedOut);
    QVERIFY(waitForRedirect());
    person->way = WebPerson::Way::LookAndLeave;
    other.signIn();
    VERIFY_UNTIL(other.snapshot().waiting);
    const quint16 othersPort = other.snapshot().waiting->port;
    QVERIFY(othersPort != port());
    const QByteArray strayed = genuine().replace(QByteArray::number(port()), QByteArray::number(othersPort));
    QCOMPARE(statusOf(askTls(othersPort, strayed)), 400);
    QVERIFY(other.snapshot().waiting && other.snapshot().waiting->listening);
    QCOMPARE(practice().exchanges().size(), 0);
    QCOMPARE(statusOf(askTls(port(), genuine())), 200);
    QCOMPARE(state(), State::SignedIn);
    QVERIFY(other.snapshot().waiting && other.snapshot().waiting->listening);
}

void TestRedirectTls::pastedAddressServesToo()
{
    const Certificate certificate;
    begin(secured(QStringLiteral("127.0.0.1"), certificate));
    QVERIFY(waitForRedirect());
    session().finishWithPastedAddress(person->redirect().toString(QUrl::FullyEncoded));
    VERIFY_UNTIL(state() == State::SignedIn);
}

void TestRedirectTls::listenerIsOnLoopbackAndGoneAfterTheOutcome()
{
    const Certificate certificate;
    begin(secured(QStringLiteral("127.0.0.1"), certificate));
    QVERIFY(waitForRedirect());
    QCOMPARE(listeningPorts(), QStringList(QStringLiteral("127.0.0.1:%1").arg(port())));
    person->followRedirect();
    VERIFY_UNTIL(state() == State::SignedIn);
    QVERIFY(until([] { return listeningPorts().isEmpty(); }, 200ms));
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestRedirectTls)
#include "test_redirecttls.moc"
