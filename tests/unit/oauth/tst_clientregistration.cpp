// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/clientregistration.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// What may be an endpoint (RFC 6749 3.1; T8 of reliability).
class ClientRegistrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endpoint_isCheckedBeforeItsUse_data();
    void endpoint_isCheckedBeforeItsUse();
    void loopbackHost_isToldByItsAddress_data();
    void loopbackHost_isToldByItsAddress();
};

void ClientRegistrationTest::endpoint_isCheckedBeforeItsUse_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<EndpointFault>("fault");
    const auto row = [](const char *address, EndpointFault fault) {
        QTest::newRow(*address ? address : "(empty)") << QString::fromUtf8(address) << fault;
    };
    row("https://applications.frame.io/oauth2/token", EndpointFault::None);
    row("https://example.org", EndpointFault::None);
    row("https://example.org:8443/a?tenant=1", EndpointFault::None);
    row("https://[2001:db8::1]/token", EndpointFault::None);
    row("http://127.0.0.1:9000/token", EndpointFault::None);
    row("http://127.8.9.10/token", EndpointFault::None);
    row("http://[::1]:9000/token", EndpointFault::None);
    row("http://localhost:9000/token", EndpointFault::None);
    row("", EndpointFault::Blank);
    row(" \t", EndpointFault::Blank);
    row("example.org/token", EndpointFault::Malformed);
    row("/oauth/token", EndpointFault::Malformed);
    row("https://", EndpointFault::Malformed);
    row("https:///token", EndpointFault::Malformed);
    row("https://example.org:99999/token", EndpointFault::Malformed);
    row(" https://example.org/token", EndpointFault::Malformed);
    row("https://example.org/token\n", EndpointFault::Malformed);
    row("https://exa mple.org/", EndpointFault::Malformed);
    row("https://x/$(touch pwn)", EndpointFault::Malformed);
    row("--help", EndpointFault::Malformed);
    row("file:///etc/passwd", EndpointFault::Malformed);
    row("javascript:alert(1)", EndpointFault::Malformed);
    row("https://me@example.org/token", EndpointFault::UserInfo);
    row("https://me:pw@example.org/token", EndpointFault::UserInfo);
    row("https://example.org/token#", EndpointFault::Fragment);
    row("https://example.org/token#x", EndpointFault::Fragment);
    row("http://example.org/token", EndpointFault::NotHttps);
    row("http://192.168.1.5/token", EndpointFault::NotHttps);
    row("http://127.0.0.1.evil.example/token", EndpointFault::NotHttps);
    row("ftp://127.0.0.1/token", EndpointFault::NotHttps);
    row("file://127.0.0.1/etc/passwd", EndpointFault::NotHttps);
    row("ws://localhost/token", EndpointFault::NotHttps);
}

void ClientRegistrationTest::endpoint_isCheckedBeforeItsUse()
{
    QFETCH(QString, address);
    QFETCH(EndpointFault, fault);
    QCOMPARE(checkEndpoint(address), fault);
}

void ClientRegistrationTest::loopbackHost_isToldByItsAddress_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isLoopback");
    QTest::newRow("localhost") << u"localhost"_s << true;
    QTest::newRow("127.0.0.1") << u"127.0.0.1"_s << true;
    QTest::newRow("127.255.255.254") << u"127.255.255.254"_s << true;
    QTest::newRow("::1") << u"::1"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("0.0.0.0") << u"0.0.0.0"_s << false;
    QTest::newRow("::") << u"::"_s << false;
    QTest::newRow("128.0.0.1") << u"128.0.0.1"_s << false;
    QTest::newRow("name that begins so") << u"localhost.example"_s << false;
    QTest::newRow("name that ends so") << u"my.localhost"_s << false;
}

void ClientRegistrationTest::loopbackHost_isToldByItsAddress()
{
    QFETCH(QString, host);
    QFETCH(bool, isLoopback);
    QCOMPARE(isLoopbackHost(host), isLoopback);
}

static const TestCase<ClientRegistrationTest> testCase("clientregistration");

} // namespace framekey::test

#include "tst_clientregistration.moc"
