// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/rawclient.h"
#include "harness/redirecttest.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>

#include <unistd.h>
#include <vector>

namespace framekey::test
{

using namespace std::chrono_literals;

/// Who comes to the redirect's port in too great a number, or with too much time, stands in nobody's way.
class TestRedirectCrowds : public RedirectTest
{
    Q_OBJECT

private Q_SLOTS:
    void genuineRequestPassesTwentySilentConnections();
    void oneTooManyIsClosedAtOnce();
    void silentConnectionIsClosed();
    void drippingConnectionIsClosed();
    void exhaustedDescriptorsAreSurvived();
};

void TestRedirectCrowds::genuineRequestPassesTwentySilentConnections()
{
    begin();
    QVERIFY(waitForRedirect());
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 20; ++i)
        silent.push_back(std::make_unique<RawClient>(port()));
    QCOMPARE(statusOf(askRaw(port(), genuine())), 200);
    QCOMPARE(state(), State::SignedIn);
    for (const auto &client : silent)
        QVERIFY(client->waitForEnd(1s));
}

void TestRedirectCrowds::oneTooManyIsClosedAtOnce()
{
    begin();
    QVERIFY(waitForRedirect());
    QVERIFY(closesOnlyTheOneTooMany());
    QCOMPARE(statusOf(askRaw(port(), genuine())), 200);
}

void TestRedirectCrowds::silentConnectionIsClosed()
{
    begin();
    QVERIFY(waitForRedirect());
    RawClient client(port());
    client.send("GET /callback");
    QElapsedTimer idle;
    idle.start();
    QVERIFY(client.waitForEnd(8s));
    QCOMPARE_GE(idle.elapsed(), 4500);
    QCOMPARE_LE(idle.elapsed(), 6500);
    QVERIFY(client.received().isEmpty());
    QCOMPARE(statusOf(askRaw(port(), genuine())), 200);
}

void TestRedirectCrowds::drippingConnectionIsClosed()
{
    begin();
    QVERIFY(waitForRedirect());
    RawClient client(port());
    QElapsedTimer whole;
    whole.start();
    client.send("GET /callback?code=");
    while (client.isConnected() && whole.elapsed() < 13000) {
        client.send("x");
        pass(200ms);
    }
    QCOMPARE_GE(whole.elapsed(), 9500);
    QCOMPARE_LE(whole.elapsed(), 11500);
    QVERIFY(client.received().isEmpty());
    QCOMPARE(statusOf(askRaw(port(), genuine())), 200);
}

void TestRedirectCrowds::exhaustedDescriptorsAreSurvived()
{
    begin();
    QVERIFY(waitForRedirect());
    QTcpSocket browser;
    browser.setProxy(QNetworkProxy::NoProxy);
    browser.connectToHost(QHostAddress(QHostAddress::LocalHost), port());
    QVERIFY(browser.waitForConnected()); // in the kernel's queue: nobody is listened to in between
    browser.write(genuine());
    browser.flush();
    std::vector<int> taken;
    for (int one = ::dup(0); one >= 0; one = ::dup(0))
        taken.push_back(one);
    pass(300ms);
    QCOMPARE(state(), State::SigningIn);
    for (const int one : taken)
        ::close(one);
    VERIFY_UNTIL(state() == State::SignedIn);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestRedirectCrowds)
#include "test_redirectcrowds.moc"
