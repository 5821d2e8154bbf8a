// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "harness/flowtest.h"
#include "harness/silentport.h"
#include "scriptedserver.h"

namespace framekey::test
{

using namespace std::chrono_literals;
using Detail = Failure::Detail;

/// Names that do not resolve, and a proxy between.
class TestNetwork : public FlowTest
{
    Q_OBJECT

private Q_SLOTS:
    void unknownHostIsNamedAndEndsNothing();
    void hostThatLetsNobodyInIsGivenUpAfterTenSeconds();
    void proxyIsAskedForOtherHostsAndItsRefusalNamed();
    void proxyIsNeverAskedForLoopback();
    void cleanup()
    {
        qunsetenv("http_proxy");
        qunsetenv("https_proxy");
        FlowTest::cleanup();
    }

private:
    /// Signed in by an item that belongs to this token endpoint, as if that had issued it.
    void beginAt(const QUrl &token)
    {
        begin();
        QVERIFY(signIn());
        end();
        const QByteArray from = account().endpoints.token.toEncoded();
        store->put(itemKey(), store->item(itemKey()).replace(from, token.toEncoded()));
        AccountSettings settings = account();
        settings.endpoints.token = token;
        begin(settings);
    }
    static void useProxy(const ScriptedServer &proxy)
    {
        const QByteArray url = proxy.url(QStringLiteral("/")).toEncoded();
        qputenv("http_proxy", url);
        qputenv("https_proxy", url);
    }
};

void TestNetwork::unknownHostIsNamedAndEndsNothing()
{
    beginAt(QUrl(QStringLiteral("https://framekey.invalid/oauth2/token")));
    QVERIFY(until([this] { return state() == State::Offline; }, 11s));
    QCOMPARE(snapshot().problem->detail, Detail::HostNotFound);
    QCOMPARE(snapshot().problem->subject, QStringLiteral("framekey.invalid"));
    QVERIFY(store->contains(itemKey()));
    QVERIFY(snapshot().renewsAt);
}

void TestNetwork::hostThatLetsNobodyInIsGivenUpAfterTenSeconds()
{
    const SilentPort port;
    beginAt(QUrl(QStringLiteral("http://127.0.0.1:%1/oauth2/token").arg(port.number())));
    QElapsedTimer waited;
    waited.start();
    QVERIFY(until([this] { return state() == State::Offline; }, 12s));
    QCOMPARE_GE(waited.elapsed(), 8'500);
    QCOMPARE_LE(waited.elapsed(), 10'500);
    // Nothing was sent, so there is no lost answer to ask for a second time.
    QCOMPARE(snapshot().problem->detail, Detail::Unreachable);
    QVERIFY(store->contains(itemKey()));
    QVERIFY(snapshot().renewsAt);
}

void TestNetwork::proxyIsAskedForOtherHostsAndItsRefusalNamed()
{
    ScriptedServer proxy;
    proxy.answer(407, "who are you", "Proxy-Authenticate: Basic realm=\"office\"\r\n");
    useProxy(proxy);
    beginAt(QUrl(QStringLiteral("https://framekey.invalid/oauth2/token")));
    VERIFY_UNTIL(state() == State::Offline);
    QCOMPARE(snapshot().problem->detail, Detail::ProxyAuthentication);
    QCOMPARE(proxy.requests().size(), 1);
    QCOMPARE(proxy.requests()[0].line, QByteArray("CONNECT framekey.invalid:443 HTTP/1.1"));
    QVERIFY(proxy.requests()[0].header("Authorization").isEmpty());
}

void TestNetwork::proxyIsNeverAskedForLoopback()
{
    ScriptedServer proxy;
    useProxy(proxy);
    begin();
    QVERIFY(signIn());
    QVERIFY(renew());
    session().signOut();
    VERIFY_UNTIL(practice().revocations().size() == 1);
    QCOMPARE(proxy.requests().size(), 0);
}

} // namespace framekey::test

QTEST_GUILESS_MAIN(framekey::test::TestNetwork)
#include "test_network.moc"
