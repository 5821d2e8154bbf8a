// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tokenresponse.h"

#include "testcase.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace framekey::test
{

namespace
{

Outcome<TokenResponse> parse(const QByteArray &body, const QByteArray &contentType = "application/json"_ba,
                             const Quirks &quirks = {})
{
    const QDateTime now(QDate(2026, 11, 24), QTime(12, 0), QTimeZone::utc());
    return parseTokenResponse({.status = 200, .contentType = contentType, .retryAfter = {}, .body = body},
                              Failure::Stage::Refresh, now, quirks);
}

// A good answer with this member beside the two that every answer has.
QByteArray with(const QByteArray &member)
{
    return R"({"access_token":"at","token_type":"bearer")" + QByteArray(member.isEmpty() ? "" : ",") +
           member + '}';
}

} // namespace

/// Token responses that are accepted, and what is read from them (RFC 6749 5.1; F14 to F19 of reliability).
class TokenResponseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeAnswer_isReadWhole();
    void accessToken_isTakenAsItIs_data();
    void accessToken_isTakenAsItIs();
    void expiresIn_isClampedOrMissing_data();
    void expiresIn_isClampedOrMissing();
    void refreshToken_absentKeepsTheOldOne_data();
    void refreshToken_absentKeepsTheOldOne();
    void scope_absentMeansWhatWasAskedFor_data();
    void scope_absentMeansWhatWasAskedFor();
    void milliseconds_areDividedBeforeTheyAreClamped_data();
    void milliseconds_areDividedBeforeTheyAreClamped();
    void scopeSource_saysWhereItIsRead_data();
    void scopeSource_saysWhereItIsRead();
    void tokenType_isBearerInAnyCase_data();
    void tokenType_isBearerInAnyCase();
    void contentType_isJsonWithOrWithoutParameters_data();
    void contentType_isJsonWithOrWithoutParameters();
};

void TokenResponseTest::wholeAnswer_isReadWhole()
{
    const auto response = parse(R"({"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer",
        "expires_in":3600,"refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA","scope":"offline asset.read",
        "example_parameter":"example_value"})"_ba);
    QVERIFY(response);
    QCOMPARE(response->accessToken.reveal(), "2YotnFZFEjr1zCsicMWpAA"_ba);
    QCOMPARE(response->refreshToken.value().reveal(), "tGzv3JOkF0XG5Qx2TlKWIA"_ba);
    QCOMPARE(response->expiresIn.value().count(), 3600);
    QCOMPARE(response->scope.value(), QStringList({u"offline"_s, u"asset.read"_s}));
}

void TokenResponseTest::accessToken_isTakenAsItIs_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("one character") << "!"_ba;
    QTest::newRow("all the legal range's ends") << "!~"_ba;
    QTest::newRow("JWT")
        << "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"_ba;
    QTest::newRow("Frame.io's own shape") << "fio-u-" + QByteArray(64, '=');
    QTest::newRow("long") << QByteArray(100'000, 'x');
}

void TokenResponseTest::accessToken_isTakenAsItIs()
{
    QFETCH(QByteArray, token);
    const auto response = parse(R"({"access_token":")" + token + R"(","token_type":"bearer"})");
    QVERIFY(response);
    QCOMPARE(response->accessToken.reveal(), token);
}

void TokenResponseTest::expiresIn_isClampedOrMissing_data()
{
    constexpr int missing = -1;
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<int>("seconds");
    QTest::newRow("as in the RFC") << R"("expires_in":3600)"_ba << 3600;
    QTest::newRow("digits as text") << R"("expires_in":"3600")"_ba << 3600;
    QTest::newRow("fraction") << R"("expires_in":3599.7)"_ba << 3599;
    QTest::newRow("zero") << R"("expires_in":0)"_ba << 0;
    QTest::newRow("zero as text") << R"("expires_in":"0")"_ba << 0;
    QTest::newRow("negative") << R"("expires_in":-5)"_ba << 0;
    QTest::newRow("one day") << R"("expires_in":86400)"_ba << 86400;
    QTest::newRow("more than a day") << R"("expires_in":86401)"_ba << 86400;
    QTest::newRow("very much") << R"("expires_in":1e12)"_ba << 86400;
    QTest::newRow("more than any integer") << R"("expires_in":1e300)"_ba << 86400;
    QTest::newRow("more digits than any integer") << R"("expires_in":"99999999999999999999999")"_ba << 86400;
    QTest::newRow("left out") << QByteArray() << missing;
    QTest::newRow("null") << R"("expires_in":null)"_ba << missing;
    QTest::newRow("true") << R"("expires_in":true)"_ba << missing;
    QTest::newRow("words") << R"("expires_in":"abc")"_ba << missing;
    QTest::newRow("empty text") << R"("expires_in":"")"_ba << missing;
    QTest::newRow("negative as text") << R"("expires_in":"-5")"_ba << missing;
    QTest::newRow("signed as text") << R"("expires_in":"+3600")"_ba << missing;
    QTest::newRow("blank before digits") << R"("expires_in":" 3600")"_ba << missing;
    QTest::newRow("fraction as text") << R"("expires_in":"3600.5")"_ba << missing;
    QTest::newRow("hexadecimal as text") << R"("expires_in":"0x10")"_ba << missing;
    QTest::newRow("Arabic digits") << R"("expires_in":"\u0663\u0666")"_ba << missing;
    QTest::newRow("list") << R"("expires_in":[3600])"_ba << missing;
    QTest::newRow("object") << R"("expires_in":{"seconds":3600})"_ba << missing;
}

void TokenResponseTest::expiresIn_isClampedOrMissing()
{
    QFETCH(QByteArray, member);
    QFETCH(int, seconds);
    const auto response = parse(with(member));
    QVERIFY(response);
    QCOMPARE(response->expiresIn ? int(response->expiresIn->count()) : -1, seconds);
}

void TokenResponseTest::refreshToken_absentKeepsTheOldOne_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("left out") << QByteArray() << QByteArray();
    QTest::newRow("null") << R"("refresh_token":null)"_ba << QByteArray();
    QTest::newRow("empty") << R"("refresh_token":"")"_ba << QByteArray();
    QTest::newRow("given") << R"("refresh_token":"rt~!")"_ba << "rt~!"_ba;
    QTest::newRow("escaped in JSON") << R"("refresh_token":"r\u0074\/+")"_ba << "rt/+"_ba;
}

void TokenResponseTest::refreshToken_absentKeepsTheOldOne()
{
    QFETCH(QByteArray, member);
    QFETCH(QByteArray, token);
    const auto response = parse(with(member));
    QVERIFY(response);
    QCOMPARE(response->refreshToken.has_value(), !token.isEmpty());
    QCOMPARE(response->refreshToken.value_or(Secret()).reveal(), token);
}

void TokenResponseTest::scope_absentMeansWhatWasAskedFor_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QStringList>("scope");
    QTest::newRow("left out") << QByteArray() << QStringList();
    QTest::newRow("null") << R"("scope":null)"_ba << QStringList();
    QTest::newRow("empty") << R"("scope":"")"_ba << QStringList();
    QTest::newRow("blanks") << R"("scope":"  ")"_ba << QStringList();
    QTest::newRow("number") << R"("scope":7)"_ba << QStringList();
    QTest::newRow("list, which no RFC knows") << R"("scope":["a"])"_ba << QStringList();
    QTest::newRow("one") << R"("scope":"offline")"_ba << QStringList{u"offline"_s};
    QTest::newRow("two") << R"("scope":"b a")"_ba << QStringList{u"b"_s, u"a"_s};
    QTest::newRow("commas") << R"("scope":"b,a")"_ba << QStringList{u"b"_s, u"a"_s};
    QTest::newRow("twice the same") << R"("scope":"a b a")"_ba << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("blanks around") << R"("scope":" a  b ")"_ba << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("what no scope token may hold")
        << R"("scope":"a b\u001b[2J \u00fc c")"_ba << QStringList{u"a"_s, u"c"_s};
    const QString longest(128, u'x');
    QTest::newRow("one too long") << R"("scope":"a )" + longest.toUtf8() + " x" + longest.toUtf8() + '"'
                                  << QStringList{u"a"_s, longest};
    QStringList many;
    for (int number = 0; number < 100; ++number)
        many += QString::number(number);
    QTest::newRow("a hundred and one") << R"("scope":")" + many.join(u' ').toUtf8() + " 100\"" << many;
}

void TokenResponseTest::scope_absentMeansWhatWasAskedFor()
{
    QFETCH(QByteArray, member);
    QFETCH(QStringList, scope);
    const auto response = parse(with(member));
    QVERIFY(response);
    QCOMPARE(response->scope.has_value(), !scope.isEmpty());
    QCOMPARE(response->scope.value_or(QStringList()), scope);
}

void TokenResponseTest::milliseconds_areDividedBeforeTheyAreClamped_data()
{
    constexpr int missing = -1;
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("seconds");
    QTest::newRow("an hour") << "3600000"_ba << 3600;
    QTest::newRow("a day less one second") << "86399000"_ba << 86399;
    QTest::newRow("two days") << "172800000"_ba << 86400;
    QTest::newRow("as text") << R"("3600000")"_ba << 3600;
    QTest::newRow("less than a second") << "999"_ba << 0;
    QTest::newRow("seconds by mistake") << "3600"_ba << 3;
    QTest::newRow("negative") << "-1000"_ba << 0;
    QTest::newRow("words") << R"("soon")"_ba << missing;
}

void TokenResponseTest::milliseconds_areDividedBeforeTheyAreClamped()
{
    QFETCH(QByteArray, value);
    QFETCH(int, seconds);
    const auto response =
        parse(with(R"("expires_in":)" + value), "application/json"_ba, {.expiresInMilliseconds = true});
    QVERIFY(response);
    QCOMPARE(response->expiresIn ? int(response->expiresIn->count()) : -1, seconds);
}

void TokenResponseTest::scopeSource_saysWhereItIsRead_data()
{
    QTest::addColumn<ScopeSource>("source");
    QTest::addColumn<QByteArray>("scopeMember");
    QTest::addColumn<QStringList>("scope");
    QTest::addColumn<bool>("omittedIsRequested");
    const QByteArray answered = R"(,"scope":"a")"_ba;
    QTest::newRow("answer") << ScopeSource::Answer << answered << QStringList{u"a"_s} << true;
    QTest::newRow("answer, left out") << ScopeSource::Answer << QByteArray() << QStringList() << true;
    QTest::newRow("payload, but answered")
        << ScopeSource::Payload << answered << QStringList{u"a"_s} << false;
    QTest::newRow("payload") << ScopeSource::Payload << QByteArray() << QStringList{u"p"_s} << false;
    QTest::newRow("nowhere") << ScopeSource::None << answered << QStringList() << false;
}

void TokenResponseTest::scopeSource_saysWhereItIsRead()
{
    QFETCH(ScopeSource, source);
    QFETCH(QByteArray, scopeMember);
    const QByteArray token = "e30." + R"({"scope":"p"})"_ba.toBase64(QByteArray::OmitTrailingEquals) + ".s";
    const auto response =
        parse(R"({"token_type":"bearer","access_token":")" + token + '"' + scopeMember + '}',
              "application/json"_ba, {.scopeSource = source});
    QVERIFY(response);
    QTEST(response->scope.value_or(QStringList()), "scope");
    QTEST(response->omittedScopeIsRequested, "omittedIsRequested");
}

void TokenResponseTest::tokenType_isBearerInAnyCase_data()
{
    QTest::addColumn<QByteArray>("type");
    for (const char *type : {"bearer", "Bearer", "BEARER", "bEaReR"})
        QTest::newRow(type) << QByteArray(type);
}

void TokenResponseTest::tokenType_isBearerInAnyCase()
{
    QFETCH(QByteArray, type);
    QVERIFY(parse(R"({"access_token":"at","token_type":")" + type + R"("})"));
}

void TokenResponseTest::contentType_isJsonWithOrWithoutParameters_data()
{
    QTest::addColumn<QByteArray>("contentType");
    for (const char *type : {"application/json", "application/json;charset=UTF-8", "application/json ; x=y",
                             "APPLICATION/JSON", "application/problem+json", " application/json "})
        QTest::newRow(type) << QByteArray(type);
}

void TokenResponseTest::contentType_isJsonWithOrWithoutParameters()
{
    QFETCH(QByteArray, contentType);
    QVERIFY(parse(with({}), contentType));
}

static const TestCase<TokenResponseTest> testCase("tokenresponse");

} // namespace framekey::test

#include "tst_tokenresponse.moc"
