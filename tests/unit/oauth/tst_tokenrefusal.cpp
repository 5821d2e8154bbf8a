// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/tokenresponse.h"

#include "testcase.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace framekey::test
{

using Detail = Failure::Detail;
using Kind = Failure::Kind;

namespace
{

const QDateTime now(QDate(2026, 11, 24), QTime(12, 0), QTimeZone::utc());

Outcome<TokenResponse> parse(int status, const QByteArray &body,
                             const QByteArray &contentType = "application/json"_ba)
{
    return parseTokenResponse({.status = status, .contentType = contentType, .retryAfter = {}, .body = body},
                              Failure::Stage::TokenEndpoint, now);
}

} // namespace

/// Token answers that are refused: a body that is no success (F13 to F18), and errors by status (F6 to F12).
class TokenRefusalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unreadableBody_isAProtocolFailure_data();
    void unreadableBody_isAProtocolFailure();
    void unusableToken_isAProtocolFailure_data();
    void unusableToken_isAProtocolFailure();
    void otherTokenType_isAProtocolFailure_data();
    void otherTokenType_isAProtocolFailure();
    void contentTypeOtherThanJson_isRefused_data();
    void contentTypeOtherThanJson_isRefused();
    void errorCode_decidesWithTheStatus_data();
    void errorCode_decidesWithTheStatus();
    void statusAlone_decidesTheKind_data();
    void statusAlone_decidesTheKind();
    void errorInsideA200_isNoVerdict();
    void serverCode_isMadeFitToBeShown();
    void retryAfter_isKeptWithTheFailure();
};

void TokenRefusalTest::unreadableBody_isAProtocolFailure_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray good = R"({"access_token":"at","token_type":"bearer"})"_ba;
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << "  "_ba;
    QTest::newRow("null") << "null"_ba;
    QTest::newRow("text") << R"("at")"_ba;
    QTest::newRow("list of one answer") << '[' + good + ']';
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + good;
    QTest::newRow("byte order mark of UTF-16") << "\xff\xfe" + good;
    QTest::newRow("cut") << good.chopped(1);
    QTest::newRow("cut inside the token") << good.left(20);
    QTest::newRow("two answers") << good + good;
    QTest::newRow("something behind it") << good + 'x';
    QTest::newRow("comment") << good + "// note";
    QTest::newRow("comma at the end") << good.chopped(1) + ",}";
    QTest::newRow("single quotes") << "{'access_token':'at','token_type':'bearer'}"_ba;
    QTest::newRow("name twice") << R"({"access_token":"at","access_token":"zz","token_type":"bearer"})"_ba;
    QTest::newRow("name twice, once escaped")
        << R"({"access_token":"at","\u0061ccess_token":"zz","token_type":"bearer"})"_ba;
    QTest::newRow("illegal UTF-8") << "{\"access_token\":\"at\",\"token_type\":\"bearer\",\"x\":\"\xff\"}"_ba;
    QTest::newRow("form, as GitHub sends") << "access_token=at&token_type=bearer"_ba;
    QTest::newRow("page") << "<html>Please sign in to the hotel's network</html>"_ba;
}

void TokenRefusalTest::unreadableBody_isAProtocolFailure()
{
    QFETCH(QByteArray, body);
    const auto response = parse(200, body);
    QVERIFY(!response);
    QCOMPARE(response.error().stage, Failure::Stage::TokenEndpoint);
    QCOMPARE(response.error().kind, Kind::Protocol);
    QCOMPARE(response.error().detail, Detail::WrongAnswer);
}

void TokenRefusalTest::unusableToken_isAProtocolFailure_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Detail>("detail");
    const auto tokenRow = [](const char *name, const QByteArray &token, Detail detail) {
        QTest::newRow(name) << R"({"token_type":"bearer","access_token":)" + token + '}' << detail;
    };
    QTest::newRow("no access token") << R"({"token_type":"bearer"})"_ba << Detail::NoAccessToken;
    QTest::newRow("nothing at all") << "{}"_ba << Detail::NoAccessToken;
    tokenRow("null", "null", Detail::NoAccessToken);
    tokenRow("empty", R"("")", Detail::NoAccessToken);
    tokenRow("number", "5", Detail::UnusableToken);
    tokenRow("false", "false", Detail::UnusableToken);
    tokenRow("list", R"(["at"])", Detail::UnusableToken);
    tokenRow("object", R"({"value":"at"})", Detail::UnusableToken);
    tokenRow("space", R"("a b")", Detail::UnusableToken);
    tokenRow("line feed", R"("a\nb")", Detail::UnusableToken);
    tokenRow("line feed at the end", R"("a\n")", Detail::UnusableToken);
    tokenRow("carriage return", R"("a\rb")", Detail::UnusableToken);
    tokenRow("escape sequence", R"("a\u001b[2J")", Detail::UnusableToken);
    tokenRow("zero", R"("a\u0000b")", Detail::UnusableToken);
    tokenRow("delete", R"("a\u007f")", Detail::UnusableToken);
    tokenRow("umlaut", R"("t\u00f6ken")", Detail::UnusableToken);

    const auto refreshRow = [](const char *name, const QByteArray &token) {
        QTest::newRow(name) << R"({"token_type":"bearer","access_token":"at","refresh_token":)" + token + '}'
                            << Detail::UnusableToken;
    };
    refreshRow("refresh token a number", "5");
    refreshRow("refresh token a list", R"(["rt"])");
    refreshRow("refresh token with a space", R"("r t")");
    refreshRow("refresh token with a line feed", R"("rt\n")");
    refreshRow("refresh token not ASCII", R"("r\u20act")");
}

void TokenRefusalTest::unusableToken_isAProtocolFailure()
{
    QFETCH(QByteArray, body);
    QFETCH(Detail, detail);
    const auto response = parse(200, body);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, Kind::Protocol);
    QCOMPARE(response.error().detail, detail);
}

void TokenRefusalTest::otherTokenType_isAProtocolFailure_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto typeRow = [](const char *name, const QByteArray &member) {
        QTest::newRow(name) << R"({"access_token":"at")" + member + '}';
    };
    typeRow("no token type", "");
    typeRow("token type null", R"(,"token_type":null)");
    typeRow("token type empty", R"(,"token_type":"")");
    typeRow("token type mac", R"(,"token_type":"mac")");
    typeRow("token type DPoP", R"(,"token_type":"DPoP")");
    typeRow("token type a number", R"(,"token_type":1)");
    typeRow("token type a list", R"(,"token_type":["bearer"])");
    typeRow("token type with a blank", R"(,"token_type":"bearer ")");
}

void TokenRefusalTest::otherTokenType_isAProtocolFailure()
{
    QFETCH(QByteArray, body);
    const auto response = parse(200, body);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, Kind::Protocol);
    QCOMPARE(response.error().detail, Detail::WrongTokenType);
}

void TokenRefusalTest::contentTypeOtherThanJson_isRefused_data()
{
    QTest::addColumn<QByteArray>("contentType");
    for (const char *type :
         {"", "text/html", "text/html; charset=utf-8", "text/plain", "text/json", "application/jsonx",
          "application/x-www-form-urlencoded", "xapplication/json", "text/html;application/json"})
        QTest::newRow(*type ? type : "none") << QByteArray(type);
}

void TokenRefusalTest::contentTypeOtherThanJson_isRefused()
{
    QFETCH(QByteArray, contentType);
    const auto response = parse(200, R"({"access_token":"at","token_type":"bearer"})"_ba, contentType);
    QVERIFY(!response);
    QCOMPARE(response.error().detail, Detail::NotJson);
}

static void compareFailure(const QString &code)
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Kind, kind);
    const auto response = parse(status, body);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, kind);
    QCOMPARE(response.error().serverCode, code);
    QCOMPARE(response.error().httpStatus, status);
    QCOMPARE(response.error().detail == Detail::Redirected, status >= 300 && status < 400);
    QCOMPARE(response.error().detail == Detail::WrongAnswer,
             kind == Kind::Protocol && response.error().detail != Detail::Redirected);
    // A redirect may lead to a network's own sign-in page.
    QCOMPARE(response.error().isTemporary(),
             kind == Kind::Server || status == 0 || (status >= 300 && status < 400));
}

void TokenRefusalTest::errorCode_decidesWithTheStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, int status, const char *code, Kind kind) {
        QTest::newRow(name) << status << QByteArray(R"({"error":")") + code + R"("})" << kind
                            << QString::fromLatin1(code);
    };
    row("the one verdict", 400, "invalid_grant", Kind::Expired);
    row("the verdict with 401", 401, "invalid_grant", Kind::Expired);
    row("the verdict with 403", 403, "invalid_grant", Kind::Expired);
    row("verdict in capitals is another code", 400, "INVALID_GRANT", Kind::Client);
    row("verdict with a blank is another code", 400, "invalid_grant ", Kind::Client);
    row("client refused", 400, "invalid_client", Kind::Client);
    row("client refused with 401", 401, "invalid_client", Kind::Client);
    row("scope refused", 400, "invalid_scope", Kind::Client);
    row("code of its own", 422, "server_says_no", Kind::Client);
    row("trouble that passes", 400, "temporarily_unavailable", Kind::Server);
    row("trouble that passes, with 401", 401, "temporarily_unavailable", Kind::Server);
    row("the server's own error", 400, "server_error", Kind::Server);
    row("500 that says invalid_grant", 500, "invalid_grant", Kind::Server);
    row("503 that says invalid_grant", 503, "invalid_grant", Kind::Server);
    row("429 that says invalid_grant", 429, "invalid_grant", Kind::Server);
    row("408 that says invalid_grant", 408, "invalid_grant", Kind::Server);
    row("302 that says invalid_grant", 302, "invalid_grant", Kind::Protocol);
    row("201 that says invalid_grant", 201, "invalid_grant", Kind::Protocol);
}

void TokenRefusalTest::errorCode_decidesWithTheStatus()
{
    QFETCH(QString, code);
    compareFailure(code);
}

void TokenRefusalTest::statusAlone_decidesTheKind_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Kind>("kind");
    const auto bodyRow = [](const char *name, int status, const QByteArray &body, Kind kind) {
        QTest::newRow(name) << status << body << kind;
    };
    const QByteArray success = R"({"access_token":"at","token_type":"bearer"})"_ba;
    bodyRow("201 with tokens", 201, success, Kind::Protocol);
    bodyRow("204", 204, {}, Kind::Protocol);
    bodyRow("301", 301, {}, Kind::Protocol);
    bodyRow("307 with tokens", 307, success, Kind::Protocol);
    bodyRow("400 with tokens", 400, success, Kind::Protocol);
    bodyRow("400 with nothing", 400, {}, Kind::Protocol);
    bodyRow("400 with a page", 400, "<html>invalid_grant</html>"_ba, Kind::Protocol);
    bodyRow("400 with a number", 400, R"({"error":5})"_ba, Kind::Protocol);
    bodyRow("400 with a list", 400, R"([{"error":"invalid_grant"}])"_ba, Kind::Protocol);
    bodyRow("400 with two errors", 400, R"({"error":"x","error":"invalid_grant"})"_ba, Kind::Protocol);
    bodyRow("400 with a byte order mark", 400, "\xef\xbb\xbf{\"error\":\"invalid_grant\"}"_ba,
            Kind::Protocol);
    bodyRow("401 with nothing", 401, {}, Kind::Client);
    bodyRow("404 with a page", 404, "<html>"_ba, Kind::Protocol);
    bodyRow("500 with nothing", 500, {}, Kind::Server);
    bodyRow("502 with a page", 502, "<html>"_ba, Kind::Server);
    bodyRow("504", 504, {}, Kind::Server);
    bodyRow("no status", 0, success, Kind::Protocol);
}

void TokenRefusalTest::statusAlone_decidesTheKind()
{
    compareFailure({});
}

void TokenRefusalTest::errorInsideA200_isNoVerdict()
{
    for (const QByteArray &body :
         {R"({"error":"invalid_grant"})"_ba,
          R"({"access_token":"at","token_type":"bearer","error":"invalid_grant"})"_ba}) {
        const auto response = parse(200, body);
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Kind::Protocol);
        QCOMPARE(response.error().serverCode, u"invalid_grant"_s);
    }
}

void TokenRefusalTest::serverCode_isMadeFitToBeShown()
{
    const auto response = parse(400, R"({"error":"a\u001b[2J\n\u00fc)" + QByteArray(100, 'x') + R"("})");
    QVERIFY(!response);
    QCOMPARE(response.error().serverCode, u"a?[2J??"_s + QString(57, u'x'));
}

void TokenRefusalTest::retryAfter_isKeptWithTheFailure()
{
    const HttpAnswer answer{.status = 503, .contentType = {}, .retryAfter = "120"_ba, .body = {}};
    const auto response = parseTokenResponse(answer, Failure::Stage::Refresh, now);
    QVERIFY(!response);
    QCOMPARE(response.error().retryAfter.value().count(), 120);
    QVERIFY(!parse(503, {}).error().retryAfter);
}

static const TestCase<TokenRefusalTest> testCase("tokenrefusal");

} // namespace framekey::test

#include "tst_tokenrefusal.moc"
