// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/clientauthentication.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// The Basic header: form-encoded where it has to be, the guide's plain one where it can be (RFC 6749 2.3.1).
class ClientAuthenticationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void header_isBase64OfTheEncodedPair_data();
    void header_isBase64OfTheEncodedPair();
    void unreservedPair_equalsThePlainHeader();
    void rfcExample_isReproduced();
};

void ClientAuthenticationTest::header_isBase64OfTheEncodedPair_data()
{
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("pair");
    QTest::newRow("colon in the secret") << u"id"_s << "a:b"_ba << "id:a%3Ab"_ba;
    QTest::newRow("colon in the id") << u"i:d"_s << "s"_ba << "i%3Ad:s"_ba;
    QTest::newRow("plus") << u"id"_s << "a+b"_ba << "id:a%2Bb"_ba;
    QTest::newRow("percent") << u"id"_s << "100%"_ba << "id:100%25"_ba;
    QTest::newRow("slash and equals sign") << u"id"_s << "a/b=="_ba << "id:a%2Fb%3D%3D"_ba;
    QTest::newRow("ampersand") << u"a&b"_s << "s"_ba << "a%26b:s"_ba;
    QTest::newRow("space") << u"id"_s << "a b"_ba << "id:a%20b"_ba;
    QTest::newRow("umlaut") << u"J\u00fcrgen"_s << "\xc3\xbc"_ba << "J%C3%BCrgen:%C3%BC"_ba;
    QTest::newRow("no secret") << u"id"_s << QByteArray() << "id:"_ba;
}

void ClientAuthenticationTest::header_isBase64OfTheEncodedPair()
{
    QFETCH(QString, clientId);
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, pair);
    QCOMPARE(basicAuthorization(clientId, Secret(secret)).reveal(), "Basic " + pair.toBase64());
}

void ClientAuthenticationTest::unreservedPair_equalsThePlainHeader()
{
    const QByteArray id = "04b5e5d1-9c3a-4c6f-8f3e-ABCDEFabcdef_.~"_ba;
    const QByteArray secret = "Az09-._~secret"_ba;
    QCOMPARE(basicAuthorization(QString::fromLatin1(id), Secret(secret)).reveal(),
             "Basic " + (id + ':' + secret).toBase64());
}

void ClientAuthenticationTest::rfcExample_isReproduced()
{
    // RFC 6749 4.1.3
    QCOMPARE(basicAuthorization(u"s6BhdRkqt3"_s, Secret("gX1fBat3bV"_ba)).reveal(),
             "Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW"_ba);
}

static const TestCase<ClientAuthenticationTest> testCase("clientauthentication");

} // namespace framekey::test

#include "tst_clientauthentication.moc"
