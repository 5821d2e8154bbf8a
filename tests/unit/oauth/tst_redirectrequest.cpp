// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/redirectrequest.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

namespace
{

const RedirectTarget target{.path = "/callback"_ba, .host = "127.0.0.1:8910"_ba};

QByteArray headOf(const QByteArray &line, const QByteArray &host = "Host: 127.0.0.1:8910\r\n"_ba)
{
    return line + "\r\n" + host + "User-Agent: Mozilla/5.0\r\n\r\n";
}

// A head of exactly this many bytes.
QByteArray headOfSize(qsizetype size)
{
    const QByteArray frame =
        headOf("GET /callback?code=c&state=s HTTP/1.1"_ba, "Host: 127.0.0.1:8910\r\nX: \r\n"_ba);
    return QByteArray(frame).replace("X: ", "X: " + QByteArray(size - frame.size(), 'x'));
}

} // namespace

/// The reader of what comes to the redirect's port (T2, T3, T7, T11, T23, F33, F34 of reliability).
class RedirectRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redirect_isRead_data();
    void redirect_isRead();
    void valuesKeepTheirPlusAndLoseTheirPercents();
    void otherRequest_isRefused_data();
    void otherRequest_isRefused();
    void otherHead_isRefused_data();
    void otherHead_isRefused();
    void host_isExactAndSingle_data();
    void host_isExactAndSingle();
};

void RedirectRequestTest::redirect_isRead_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("HTTP/1.1") << headOf("GET /callback?code=c&state=s HTTP/1.1"_ba);
    QTest::newRow("HTTP/1.0") << headOf("GET /callback?code=c&state=s HTTP/1.0"_ba);
    QTest::newRow("other order") << headOf("GET /callback?state=s&code=c HTTP/1.1"_ba);
    QTest::newRow("more parameters") << headOf(
        "GET /callback?code=c&scope=a+b&state=s&session_state=x HTTP/1.1"_ba);
    QTest::newRow("empty pairs") << headOf("GET /callback?&code=c&&state=s& HTTP/1.1"_ba);
    QTest::newRow("name percent-encoded") << headOf("GET /callback?%63ode=c&state=s HTTP/1.1"_ba);
    QTest::newRow("host in other letters")
        << headOf("GET /callback?code=c&state=s HTTP/1.1"_ba, "hOST:127.0.0.1:8910 \r\n"_ba);
    QTest::newRow("header not ASCII") << headOf("GET /callback?code=c&state=s HTTP/1.1"_ba,
                                                "Host: 127.0.0.1:8910\r\nX-Name: J\xc3\xbcrgen\r\n"_ba);
    QTest::newRow("tab in a header") << headOf("GET /callback?code=c&state=s HTTP/1.1"_ba,
                                               "Host: 127.0.0.1:8910\r\nAccept: a,\tb\r\n"_ba);
    QTest::newRow("as long as may be") << headOfSize(longestRequestHead);
}

void RedirectRequestTest::redirect_isRead()
{
    QFETCH(QByteArray, head);
    const auto response = parseRedirectRequest(head, target);
    QVERIFY(response);
    QCOMPARE(response->code.value().reveal(), "c"_ba);
    QCOMPARE(response->state.value(), "s"_ba);
    QVERIFY(!response->error);
    QVERIFY(!response->issuer);
}

void RedirectRequestTest::valuesKeepTheirPlusAndLoseTheirPercents()
{
    const auto response = parseRedirectRequest(
        headOf(
            "GET /callback?code=a+b%2Bc%2f&state=%3D%26&iss=https%3A%2F%2Fx.example&error=e%20f HTTP/1.1"_ba),
        target);
    QVERIFY(response);
    QCOMPARE(response->code.value().reveal(), "a+b+c/"_ba);
    QCOMPARE(response->state.value(), "=&"_ba);
    QCOMPARE(response->issuer.value(), "https://x.example"_ba);
    QCOMPARE(response->error.value(), "e f"_ba);
}

void RedirectRequestTest::otherRequest_isRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<RequestFault>("fault");
    const auto notFound = RequestFault::NotFound;
    QTest::newRow("favicon") << "GET /favicon.ico HTTP/1.1"_ba << notFound;
    QTest::newRow("root") << "GET / HTTP/1.1"_ba << notFound;
    QTest::newRow("longer path") << "GET /callback2?code=c&state=s HTTP/1.1"_ba << notFound;
    QTest::newRow("path below") << "GET /callback/x?code=c&state=s HTTP/1.1"_ba << notFound;
    QTest::newRow("slash behind") << "GET /callback/?code=c&state=s HTTP/1.1"_ba << notFound;
    QTest::newRow("slash twice") << "GET //callback?code=c&state=s HTTP/1.1"_ba << notFound;
    QTest::newRow("other letters") << "GET /Callback?code=c&state=s HTTP/1.1"_ba << notFound;
    QTest::newRow("path encoded") << "GET /%63allback?code=c&state=s HTTP/1.1"_ba << notFound;
    QTest::newRow("path with dots") << "GET /x/../callback?code=c&state=s HTTP/1.1"_ba << notFound;
    QTest::newRow("absolute form") << "GET http://127.0.0.1:8910/callback?code=c&state=s HTTP/1.1"_ba
                                   << notFound;
    QTest::newRow("absolute form elsewhere")
        << "GET http://evil.example/callback?code=c&state=s HTTP/1.1"_ba << notFound;
    QTest::newRow("fragment") << "GET /callback#?code=c&state=s HTTP/1.1"_ba << notFound;
    const auto method = RequestFault::MethodNotAllowed;
    for (const char *name : {"POST", "HEAD", "PUT", "OPTIONS", "get", "GETX", "CONNECT"})
        QTest::newRow(name) << QByteArray(name) + " /callback?code=c&state=s HTTP/1.1" << method;
    const auto bad = RequestFault::BadRequest;
    QTest::newRow("code twice") << "GET /callback?code=c&code=d&state=s HTTP/1.1"_ba << bad;
    QTest::newRow("state twice, equal") << "GET /callback?code=c&state=s&state=s HTTP/1.1"_ba << bad;
    QTest::newRow("code twice, once encoded") << "GET /callback?code=c&%63ode=d&state=s HTTP/1.1"_ba << bad;
    QTest::newRow("unknown one twice") << "GET /callback?code=c&x=1&x=2&state=s HTTP/1.1"_ba << bad;
    QTest::newRow("percent at the end") << "GET /callback?code=c%&state=s HTTP/1.1"_ba << bad;
    QTest::newRow("half a percent form") << "GET /callback?code=%4&state=s HTTP/1.1"_ba << bad;
    QTest::newRow("percent and no digits") << "GET /callback?code=%zz&state=s HTTP/1.1"_ba << bad;
    QTest::newRow("HTTP/0.9") << "GET /callback?code=c&state=s"_ba << bad;
    QTest::newRow("HTTP/2.0") << "GET /callback?code=c&state=s HTTP/2.0"_ba << bad;
    QTest::newRow("http/1.1") << "GET /callback?code=c&state=s http/1.1"_ba << bad;
    QTest::newRow("no method") << " /callback?code=c&state=s HTTP/1.1"_ba << method;
    QTest::newRow("two spaces") << "GET  /callback?code=c&state=s HTTP/1.1"_ba << bad;
    QTest::newRow("space in the target") << "GET /callback?code=c d&state=s HTTP/1.1"_ba << bad;
    QTest::newRow("umlaut in the target") << "GET /callback?code=\xc3\xbc&state=s HTTP/1.1"_ba << bad;
    QTest::newRow("escape in the target") << "GET /callback?code=\x1b[2J&state=s HTTP/1.1"_ba << bad;
    QTest::newRow("delete in the target") << "GET /callback?code=\x7f&state=s HTTP/1.1"_ba << bad;
    QTest::newRow("nothing") << QByteArray() << bad;
}

void RedirectRequestTest::otherRequest_isRefused()
{
    QFETCH(QByteArray, line);
    QFETCH(RequestFault, fault);
    const auto response = parseRedirectRequest(headOf(line), target);
    QVERIFY(!response);
    QCOMPARE(response.error(), fault);
}

void RedirectRequestTest::otherHead_isRefused_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<RequestFault>("fault");
    const QByteArray good = headOf("GET /callback?code=c&state=s HTTP/1.1"_ba);
    const auto bad = RequestFault::BadRequest;
    QTest::newRow("one byte too long") << headOfSize(longestRequestHead + 1) << RequestFault::TooLong;
    QTest::newRow("not whole") << good.chopped(2) << bad;
    QTest::newRow("empty") << QByteArray() << bad;
    QTest::newRow("only the empty line") << "\r\n\r\n"_ba << bad;
    QTest::newRow("line feeds alone") << QByteArray(good).replace("\r\n", "\n") << bad;
    QTest::newRow("one bare line feed")
        << QByteArray(good).replace("User-Agent: M", "User-Agent: x\nM: M") << bad;
    QTest::newRow("bare carriage return") << QByteArray(good).replace("Mozilla", "Moz\rilla") << bad;
    QTest::newRow("zero in a header")
        << QByteArray(good).replace("Mozilla", QByteArray("Moz\0illa", 8)) << bad;
    QTest::newRow("header without a colon") << QByteArray(good).replace("User-Agent: ", "User-Agent ") << bad;
    QTest::newRow("header without a name") << QByteArray(good).replace("User-Agent: ", ": ") << bad;
    QTest::newRow("space before the colon") << QByteArray(good).replace("User-Agent:", "User-Agent :") << bad;
    QTest::newRow("folded header") << QByteArray(good).replace("User-Agent: ", " folded: ") << bad;
    QTest::newRow("empty line between") << QByteArray(good).replace("User-Agent", "\r\nUser-Agent") << bad;
}

void RedirectRequestTest::otherHead_isRefused()
{
    QFETCH(QByteArray, head);
    QFETCH(RequestFault, fault);
    const auto response = parseRedirectRequest(head, target);
    QVERIFY(!response);
    QCOMPARE(response.error(), fault);
}

void RedirectRequestTest::host_isExactAndSingle_data()
{
    QTest::addColumn<QByteArray>("host");
    for (const char *host :
         {"", "Host: evil.example\r\n", "Host: 127.0.0.1\r\n", "Host: 127.0.0.1:8911\r\n",
          "Host: localhost:8910\r\n", "Host: 127.0.0.1:8910.evil.example\r\n", "Host: \r\n",
          "Host: 127.0.0.1:8910\r\nHost: 127.0.0.1:8910\r\n",
          "Host: 127.0.0.1:8910\r\nhost: evil.example\r\n", "Host: evil.example\r\nHost: 127.0.0.1:8910\r\n",
          "Host: 127.0.0.1:08910\r\n", "X-Host: 127.0.0.1:8910\r\n", "Host: user@127.0.0.1:8910\r\n"})
        QTest::newRow(*host ? QByteArray(host).simplified().constData() : "none") << QByteArray(host);
}

void RedirectRequestTest::host_isExactAndSingle()
{
    QFETCH(QByteArray, host);
    const auto response =
        parseRedirectRequest(headOf("GET /callback?code=c&state=s HTTP/1.1"_ba, host), target);
    QVERIFY(!response);
    QCOMPARE(response.error(), RequestFault::BadRequest);
}

static const TestCase<RedirectRequestTest> testCase("redirectrequest");

} // namespace framekey::test

#include "tst_redirectrequest.moc"
