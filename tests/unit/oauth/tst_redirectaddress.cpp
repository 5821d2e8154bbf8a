// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/redirectaddress.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// Addresses that a desktop hands over, or that anyone on this machine pretends it does (RFC 8252 8.6).
class RedirectAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactAddress_isRead_data();
    void exactAddress_isRead();
    void otherAddress_isNotOurs_data();
    void otherAddress_isNotOurs();
};

static const QString redirectUri = u"adobe+0a1b://adobeid/Client"_s;

void RedirectAddressTest::exactAddress_isRead_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("as it is") << "adobe+0a1b://adobeid/Client?code=c%2Bd&state=s"_ba;
    QTest::newRow("scheme in capitals") << "ADOBE+0A1B://adobeid/Client?code=c%2Bd&state=s"_ba;
    QTest::newRow("fragment of the page before")
        << "adobe+0a1b://adobeid/Client?code=c%2Bd&state=s#/signin"_ba;
    QTest::newRow("others besides") << "adobe+0a1b://adobeid/Client?x=1&state=s&iss=i&code=c%2Bd"_ba;
    QTest::newRow("longest") << "adobe+0a1b://adobeid/Client?code=c%2Bd&state=s&x="_ba.leftJustified(
        longestRedirectAddress, 'x');
}

void RedirectAddressTest::exactAddress_isRead()
{
    QFETCH(QByteArray, address);
    const auto response = parseRedirectAddress(address, redirectUri);
    QVERIFY(response);
    QCOMPARE(response->code.value().reveal(), "c+d"_ba);
    QCOMPARE(response->state.value(), "s"_ba);
}

void RedirectAddressTest::otherAddress_isNotOurs_data()
{
    QTest::addColumn<QByteArray>("address");
    const auto row = [](const char *name, const QByteArray &address) { QTest::newRow(name) << address; };
    row("nothing", {});
    row("no query", "adobe+0a1b://adobeid/Client");
    row("another scheme", "adobe+0a1c://adobeid/Client?code=c&state=s");
    row("longer scheme", "adobe+0a1bc://adobeid/Client?code=c&state=s");
    row("another authority", "adobe+0a1b://adobeid.example/Client?code=c&state=s");
    row("authority in capitals", "adobe+0a1b://ADOBEID/Client?code=c&state=s");
    row("name and password", "adobe+0a1b://a:b@adobeid/Client?code=c&state=s");
    row("port", "adobe+0a1b://adobeid:1/Client?code=c&state=s");
    row("another path", "adobe+0a1b://adobeid/client?code=c&state=s");
    row("longer path", "adobe+0a1b://adobeid/Client/?code=c&state=s");
    row("dots in the path", "adobe+0a1b://adobeid/x/../Client?code=c&state=s");
    row("percent in the path", "adobe+0a1b://adobeid/%43lient?code=c&state=s");
    row("no authority", "adobe+0a1b:/Client?code=c&state=s");
    row("code twice", "adobe+0a1b://adobeid/Client?code=c&code=d&state=s");
    row("state twice, once encoded", "adobe+0a1b://adobeid/Client?code=c&state=s&st%61te=s");
    row("bad percent", "adobe+0a1b://adobeid/Client?code=%zz&state=s");
    row("parameters in the fragment", "adobe+0a1b://adobeid/Client#?code=c&state=s");
    row("blank inside", "adobe+0a1b://adobeid/Client?code=c &state=s");
    row("line feed behind", "adobe+0a1b://adobeid/Client?code=c&state=s\n");
    row("NUL inside", "adobe+0a1b://adobeid/Client?code=c\0&state=s"_ba);
    row("umlaut", "adobe+0a1b://adobeid/Client?code=\xc3\xbc&state=s");
    row("blank before", " adobe+0a1b://adobeid/Client?code=c&state=s");
    row("too long",
        "adobe+0a1b://adobeid/Client?code=c&state=s&x="_ba.leftJustified(longestRedirectAddress + 1, 'x'));
}

void RedirectAddressTest::otherAddress_isNotOurs()
{
    QFETCH(QByteArray, address);
    QVERIFY(!parseRedirectAddress(address, redirectUri));
}

static const TestCase<RedirectAddressTest> testCase("redirectaddress");

} // namespace framekey::test

#include "tst_redirectaddress.moc"
