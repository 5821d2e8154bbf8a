// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tokenpayload.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

namespace
{

QByteArray encoded(const QByteArray &text)
{
    return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray tokenOf(const QByteArray &payload)
{
    return encoded(R"({"alg":"RS256","x5u":"ims_na1-key-at-1.cer"})"_ba) + '.' + encoded(payload) + ".c2ln";
}

// As Adobe's look: milliseconds as text, no `exp`, one scope more than was asked for.
QByteArray adobePayload()
{
    return R"({"id":"1700","type":"access_token","client_id":"c","user_id":"U@AdobeID","as":"ims-na1",
        "expires_in":"86400000","created_at":"1790000000000","scope":"AdobeID,openid,offline_access"})"_ba;
}

QByteArray scopeOf(const QByteArray &value)
{
    return tokenOf(R"({"scope":)" + value + '}');
}

QByteArray nested(qsizetype depth)
{
    return R"({"scope":"a","x":)" + QByteArray(depth, '[') + QByteArray(depth, ']') + '}';
}

} // namespace

/// What is read of an access token's payload to be shown, and everything that is not.
class TokenPayloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readablePayload_tellsTheScope_data();
    void readablePayload_tellsTheScope();
    void anythingElse_tellsNothing_data();
    void anythingElse_tellsNothing();
    void otherScope_tellsNothing_data();
    void otherScope_tellsNothing();
    void everyCut_tellsNothing();
};

void TokenPayloadTest::readablePayload_tellsTheScope_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("scope");
    QTest::newRow("Adobe's") << tokenOf(adobePayload()) << u"AdobeID openid offline_access"_s;
    QTest::newRow("commas and blanks") << scopeOf(R"("a, b c,d")") << u"a b c d"_s;
    QTest::newRow("list") << scopeOf(R"(["a","b"])") << u"a b"_s;
    QTest::newRow("one twice") << scopeOf(R"("a a,a")") << u"a"_s;
    QTest::newRow("list, one twice") << scopeOf(R"(["a","a"])") << u"a"_s;
    QTest::newRow("a hundred") << scopeOf('[' + QByteArray("\"a\",").repeated(99) + R"("b"])") << u"a b"_s;
    QTest::newRow("nothing signed") << encoded("{}") + '.' + encoded(R"({"scope":"a"})") + '.' << u"a"_s;
    QTest::newRow("with padding") << "e30." + R"({"scope":"ab"})"_ba.toBase64(QByteArray::Base64UrlEncoding) +
                                         ".s"
                                  << u"ab"_s;
    QTest::newRow("16 KiB") << tokenOf(R"({"scope":"a","x":")" + QByteArray(12'000, 'x') + R"("})") << u"a"_s;
}

void TokenPayloadTest::readablePayload_tellsTheScope()
{
    QFETCH(QByteArray, token);
    const auto scope = payloadScope(Secret(token));
    QVERIFY(scope);
    QTEST(scope->join(u' '), "scope");
}

void TokenPayloadTest::anythingElse_tellsNothing_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("opaque") << "fio-u-abc"_ba;
    QTest::newRow("dots alone") << ".."_ba;
    QTest::newRow("two parts") << "e30." + encoded(R"({"scope":"a"})");
    QTest::newRow("four parts") << scopeOf(R"("a")") + ".more";
    QTest::newRow("encrypted, five parts") << "e30.YQ.YQ.YQ.YQ"_ba;
    QTest::newRow("no head") << '.' + encoded(R"({"scope":"a"})") + ".s";
    QTest::newRow("empty payload") << "e30..s"_ba;
    QTest::newRow("not base64") << "e30.{}.s"_ba;
    QTest::newRow("base64, not base64url") << "e30." + R"({"scope":"a?>~~~"})"_ba.toBase64() + ".s";
    QTest::newRow("blank inside") << "e30.eyJzY29w ZSI6ImEifQ.s"_ba;
    QTest::newRow("not JSON") << tokenOf("scope=a"_ba);
    QTest::newRow("list outside") << tokenOf(R"(["scope"])");
    QTest::newRow("cut JSON") << tokenOf(R"({"scope":"a")");
    QTest::newRow("two objects") << tokenOf(R"({"scope":"a"}{})");
    QTest::newRow("byte order mark") << tokenOf("\xef\xbb\xbf{\"scope\":\"a\"}"_ba);
    QTest::newRow("not UTF-8") << tokenOf("{\"scope\":\"a\",\"x\":\"\xff\xfe\"}"_ba);
    QTest::newRow("Latin-1") << tokenOf("{\"scope\":\"\xe4\"}"_ba);
    QTest::newRow("zeros") << tokenOf(QByteArray(64, '\0'));
    QTest::newRow("nested deep") << tokenOf(nested(5000));
    QTest::newRow("huge") << tokenOf(R"({"scope":"a","x":")" + QByteArray(200'000, 'x') + R"("})");
}

void TokenPayloadTest::otherScope_tellsNothing_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("scope twice") << tokenOf(R"({"scope":"a","scope":"b"})");
    QTest::newRow("another name twice") << tokenOf(R"({"scope":"a","x":1,"x":2})");
    QTest::newRow("no scope") << tokenOf(R"({"client_id":"c"})");
    QTest::newRow("empty scope") << scopeOf(R"("")");
    QTest::newRow("separators alone") << scopeOf(R"(" , ,")");
    QTest::newRow("null") << scopeOf("null");
    QTest::newRow("number") << scopeOf("5");
    QTest::newRow("true") << scopeOf("true");
    QTest::newRow("object") << scopeOf(R"({"a":true})");
    QTest::newRow("empty list") << scopeOf("[]");
    QTest::newRow("list with a number") << scopeOf(R"(["a",5])");
    QTest::newRow("list in a list") << scopeOf(R"(["a",["b"]])");
    QTest::newRow("list with a blank in it") << scopeOf(R"(["a b"])");
    QTest::newRow("quote in it") << scopeOf("\"a\\\"b\"");
    QTest::newRow("control character") << scopeOf(R"("a\u0007b")");
    QTest::newRow("other script") << scopeOf(R"("\u0430dmin")");
    QTest::newRow("turned round") << scopeOf(R"("a\u202eb")");
    QTest::newRow("very long") << scopeOf('"' + QByteArray(129, 'a') + '"');
    QByteArray many;
    for (int i = 0; i < 101; ++i)
        many += (i ? ",\"s" : "\"s") + QByteArray::number(i) + '"';
    QTest::newRow("far too many") << scopeOf('[' + many + ']');
}

void TokenPayloadTest::anythingElse_tellsNothing()
{
    QFETCH(QByteArray, token);
    QVERIFY(!payloadScope(Secret(token)));
}

void TokenPayloadTest::otherScope_tellsNothing()
{
    anythingElse_tellsNothing();
}

void TokenPayloadTest::everyCut_tellsNothing()
{
    const QByteArray token = tokenOf(adobePayload());
    const qsizetype signature = token.lastIndexOf('.');
    for (qsizetype length = 0; length <= signature; ++length)
        QVERIFY2(!payloadScope(Secret(token.left(length))), QByteArray::number(length).constData());
}

static const TestCase<TokenPayloadTest> testCase("tokenpayload");

} // namespace framekey::test

#include "tst_tokenpayload.moc"
