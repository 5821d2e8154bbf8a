// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/redirecturi.h"

#include "testcase.h"

#include <string>

using namespace Qt::StringLiterals;

namespace framekey::test
{

using Fault = RedirectUri::Fault;
using Kind = RedirectUri::Kind;

/// Redirect addresses as people register and type them (RFC 8252 7).
class RedirectUriTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loopback_isTakenApart_data();
    void loopback_isTakenApart();
    void secureLoopback_isTakenApart_data();
    void secureLoopback_isTakenApart();
    void localhost_isBothFamilies();
    void addressElsewhere_isPasted_data();
    void addressElsewhere_isPasted();
    void privateUseScheme_isHandedOver_data();
    void privateUseScheme_isHandedOver();
    void malformedAddress_isRefused_data();
    void malformedAddress_isRefused();
    void forbiddenAddress_isRefused_data();
    void forbiddenAddress_isRefused();
    void hostHeader_leavesOutTheStandardPort();
};

void RedirectUriTest::loopback_isTakenApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("bound"); ///< with the listener on port 40000
    QTest::addColumn<QString>("toRegister");
    QTest::addColumn<QByteArray>("host");
    const auto row = [](const char *text, int port, const char *path, const char *bound,
                        const char *toRegister, const char *host) {
        QTest::newRow(text) << QString::fromLatin1(text) << port << QString::fromLatin1(path)
                            << QString::fromLatin1(bound) << QString::fromLatin1(toRegister)
                            << QByteArray(host);
    };
    row("http://127.0.0.1:0/callback", 0, "/callback", "http://127.0.0.1:40000/callback",
        "http://127.0.0.1/callback", "127.0.0.1:40000");
    row("http://127.0.0.1:0", 0, "/", "http://127.0.0.1:40000/", "http://127.0.0.1/", "127.0.0.1:40000");
    row("http://[::1]:0/cb", 0, "/cb", "http://[::1]:40000/cb", "http://[::1]/cb", "[::1]:40000");
    row("http://localhost:0/cb", 0, "/cb", "http://localhost:40000/cb", "http://localhost/cb",
        "localhost:40000");
    // A fixed port is sent and registered as it was written.
    for (const char *text :
         {"http://127.0.0.1:8910/callback", "http://127.0.0.1:8910/callback/", "http://127.0.0.1:8910"})
        row(text, 8910, QUrl(QLatin1StringView(text)).path().isEmpty() ? "/" : text + 21, text, text,
            "127.0.0.1:40000");
    row("http://127.0.0.1/callback", 80, "/callback", "http://127.0.0.1/callback",
        "http://127.0.0.1/callback", "127.0.0.1:40000");
    row("http://127.0.0.1:65535/x", 65535, "/x", "http://127.0.0.1:65535/x", "http://127.0.0.1:65535/x",
        "127.0.0.1:40000");
    row("http://127.0.0.1:1/a%20b/%C3%BC", 1, "/a%20b/%C3%BC", "http://127.0.0.1:1/a%20b/%C3%BC",
        "http://127.0.0.1:1/a%20b/%C3%BC", "127.0.0.1:40000");
    row("http://127.0.0.1:0/a%2Fb", 0, "/a%2Fb", "http://127.0.0.1:40000/a%2Fb", "http://127.0.0.1/a%2Fb",
        "127.0.0.1:40000");
}

void RedirectUriTest::loopback_isTakenApart()
{
    QFETCH(QString, text);
    QFETCH(int, port);
    const auto uri = RedirectUri::parse(text);
    QVERIFY(uri);
    QCOMPARE(uri->kind, Kind::Loopback);
    QCOMPARE(uri->text, text);
    QCOMPARE(int(uri->port), port);
    QTEST(uri->path, "path");
    QTEST(uri->withPort(40000), "bound");
    QTEST(uri->toRegister(), "toRegister");
    QTEST(uri->hostHeader(40000), "host");
}

void RedirectUriTest::secureLoopback_isTakenApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("bound"); ///< with the listener on port 40000
    QTest::addColumn<QString>("toRegister");
    QTest::addColumn<QByteArray>("host");
    const auto row = [](const char *text, int port, const char *bound, const char *toRegister,
                        const char *host) {
        QTest::newRow(text) << QString::fromLatin1(text) << port << QString::fromLatin1(bound)
                            << QString::fromLatin1(toRegister) << QByteArray(host);
    };
    row("https://localhost:8443/cb", 8443, "https://localhost:8443/cb", "https://localhost:8443/cb",
        "localhost:40000");
    row("https://127.0.0.1:8443/cb", 8443, "https://127.0.0.1:8443/cb", "https://127.0.0.1:8443/cb",
        "127.0.0.1:40000");
    row("https://[::1]:8443/cb", 8443, "https://[::1]:8443/cb", "https://[::1]:8443/cb", "[::1]:40000");
    row("https://localhost:0/cb", 0, "https://localhost:40000/cb", "https://localhost/cb", "localhost:40000");
    row("https://localhost/cb", 443, "https://localhost/cb", "https://localhost/cb", "localhost:40000");
}

void RedirectUriTest::secureLoopback_isTakenApart()
{
    QFETCH(QString, text);
    QFETCH(int, port);
    const auto uri = RedirectUri::parse(text);
    QVERIFY(uri);
    QCOMPARE(uri->kind, Kind::LoopbackTls);
    QVERIFY(!uri->addresses.isEmpty());
    QCOMPARE(uri->path, u"/cb"_s);
    QCOMPARE(int(uri->port), port);
    QTEST(uri->withPort(40000), "bound");
    QTEST(uri->toRegister(), "toRegister");
    QTEST(uri->hostHeader(40000), "host");
}

void RedirectUriTest::localhost_isBothFamilies()
{
    const QHostAddress v4(QHostAddress::LocalHost);
    const QHostAddress v6(QHostAddress::LocalHostIPv6);
    QCOMPARE(RedirectUri::parse(u"http://127.0.0.1:0/"_s)->addresses, QList<QHostAddress>{v4});
    QCOMPARE(RedirectUri::parse(u"http://[::1]:0/"_s)->addresses, QList<QHostAddress>{v6});
    QCOMPARE(RedirectUri::parse(u"http://localhost:0/"_s)->addresses, (QList<QHostAddress>{v4, v6}));
}

void RedirectUriTest::addressElsewhere_isPasted_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"https://example.org/callback", "https://example.org", "https://127.0.0.2:8443/cb",
          "https://localhost.example.org/cb", "https://example.org:444/a/b"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void RedirectUriTest::addressElsewhere_isPasted()
{
    QFETCH(QString, text);
    const auto uri = RedirectUri::parse(text);
    QVERIFY(uri);
    QCOMPARE(uri->kind, Kind::Paste);
    QVERIFY(uri->addresses.isEmpty());
    QCOMPARE(uri->withPort(40000), text);
    QCOMPARE(uri->toRegister(), text);
}

void RedirectUriTest::privateUseScheme_isHandedOver_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("scheme");
    const auto row = [](const char *text, const char *scheme) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(scheme);
    };
    row("adobe+0123456789abcdef0123456789abcdef01234567://adobeid/0a1b2c3d4e5f",
        "adobe+0123456789abcdef0123456789abcdef01234567");
    row("com.example.app:/oauth2redirect", "com.example.app"); // RFC 8252 7.1's own example
    row("com.example.app:callback", "com.example.app");
    row("Com.Example.App://x", "com.example.app");
    row("a+b:/", "a+b");
    row("x-y.z://host/p%20q", "x-y.z");
}

void RedirectUriTest::privateUseScheme_isHandedOver()
{
    QFETCH(QString, text);
    const auto uri = RedirectUri::parse(text);
    QVERIFY(uri);
    QCOMPARE(uri->kind, Kind::CustomScheme);
    QTEST(uri->scheme, "scheme");
    QVERIFY(uri->addresses.isEmpty());
    QCOMPARE(uri->withPort(40000), text);
    QCOMPARE(uri->toRegister(), text);
}

static void addFaultColumns()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Fault>("fault");
}

static void row(const char *text, Fault fault)
{
    QTest::newRow(*text ? text : "(empty)") << QString::fromUtf8(text) << fault;
}

static void compareFault()
{
    QFETCH(QString, text);
    QFETCH(Fault, fault);
    const auto uri = RedirectUri::parse(text);
    QVERIFY(!uri);
    QCOMPARE(uri.error(), fault);
}

void RedirectUriTest::malformedAddress_isRefused_data()
{
    addFaultColumns();
    row("", Fault::Blank);
    row("  ", Fault::Blank);
    row("callback", Fault::Malformed);
    row("127.0.0.1:8910/callback", Fault::Malformed);
    row("//127.0.0.1/callback", Fault::Malformed);
    row("http:///callback", Fault::Malformed);
    row("http:callback", Fault::Malformed);
    row("http://", Fault::Malformed);
    row("https:///callback", Fault::Malformed);
    row(" http://127.0.0.1:0/callback", Fault::Malformed);
    row("http://127.0.0.1:0/callback ", Fault::Malformed);
    row("http://127.0.0.1:0/call back", Fault::Malformed);
    row("http://127.0.0.1:0/%zz", Fault::Malformed);
    row("http://[::1/callback", Fault::Malformed);
    row("adobe+x:", Fault::Malformed);
    row("adobe+x://adobeid/a b", Fault::Malformed);
    row("adobe+x://adobeid/\xc3\xbc", Fault::Malformed);
    row(("adobe+" + std::string(100, 'a') + "://adobeid/x").c_str(), Fault::Malformed);
    row("http://127.0.0.1:65536/callback", Fault::Port);
    row("http://127.0.0.1:-1/callback", Fault::Port);
    row("http://127.0.0.1:port/callback", Fault::Port);
}

void RedirectUriTest::malformedAddress_isRefused()
{
    compareFault();
}

void RedirectUriTest::forbiddenAddress_isRefused_data()
{
    addFaultColumns();
    row("http://me@127.0.0.1:0/callback", Fault::UserInfo);
    row("http://me:pw@127.0.0.1:0/callback", Fault::UserInfo);
    row("http://127.0.0.1@evil.example/callback", Fault::UserInfo);
    row("http://127.0.0.1:0/callback#", Fault::Fragment);
    row("http://127.0.0.1:0/callback#x", Fault::Fragment);
    row("https://example.org/callback#x", Fault::Fragment);
    row("http://127.0.0.1:0/callback?", Fault::Query);
    row("http://127.0.0.1:0/callback?x=1", Fault::Query);
    row("https://example.org/callback?x=1", Fault::Query);
    row("http://example.org/callback", Fault::HttpElsewhere);
    row("http://127.0.0.2:0/callback", Fault::HttpElsewhere);
    row("http://0.0.0.0:0/callback", Fault::HttpElsewhere);
    row("http://192.168.1.5/callback", Fault::HttpElsewhere);
    row("http://127.0.0.1.evil.example/callback", Fault::HttpElsewhere);
    row("http://localhost.evil.example/callback", Fault::HttpElsewhere);
    row("ftp://127.0.0.1/callback", Fault::UnknownScheme);
    row("mailto:me@example.org", Fault::UnknownScheme);
    row("javascript:alert(1)", Fault::UnknownScheme);
    row("file:///etc/passwd", Fault::UnknownScheme);
    row("data:text/html,x", Fault::UnknownScheme);
    row("view-source:http://127.0.0.1/", Fault::UnknownScheme);
    row("framekey://callback", Fault::UnknownScheme); // RFC 8252 7.1: no one's own word
    row("adobe+x://me@adobeid/c", Fault::UserInfo);
    row("adobe+x://adobeid/c#", Fault::Fragment);
    row("adobe+x://adobeid/c?x=1", Fault::Query);
}

void RedirectUriTest::forbiddenAddress_isRefused()
{
    compareFault();
}

void RedirectUriTest::hostHeader_leavesOutTheStandardPort()
{
    const auto uri = RedirectUri::parse(u"http://127.0.0.1/callback"_s);
    QVERIFY(uri);
    QCOMPARE(uri->hostHeader(80), "127.0.0.1"_ba); // as every browser does
    const auto secure = RedirectUri::parse(u"https://localhost/callback"_s);
    QVERIFY(secure);
    QCOMPARE(secure->hostHeader(443), "localhost"_ba);
    QCOMPARE(secure->hostHeader(80), "localhost:80"_ba);
}

static const TestCase<RedirectUriTest> testCase("redirecturi");

} // namespace framekey::test

#include "tst_redirecturi.moc"
