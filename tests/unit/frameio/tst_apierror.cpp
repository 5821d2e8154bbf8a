// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "frameio/apierror.h"

#include "frameio/provider.h"
#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

namespace
{

using Detail = Failure::Detail;

QByteArray detailed(const QByteArray &detail)
{
    return "{\"errors\":[{\"title\":\"Unauthorized\",\"detail\":\"" + detail + "\"}]}";
}

} // namespace

/// A refused account request: what its body says, and which cause that is by the provider's data.
class ApiErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void body_isReadWithinLimits_data();
    void body_isReadWithinLimits();
    void refusal_hasItsCause_data();
    void refusal_hasItsCause();
    void refusal_isNoVerdictOnTheSignIn();
    void serversText_isShownAsACodeOnly();
};

void ApiErrorTest::body_isReadWithinLimits_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("V4") << R"({"errors":[{"detail":"d","title":"t","source":{"pointer":"/x"}}]})"_ba
                        << QStringList({u"d"_s, u"t"_s});
    QTest::newRow("V4, detail alone") << R"({"errors":[{"detail":"d"}]})"_ba << QStringList{u"d"_s};
    QTest::newRow("V2")
        << R"({"code":401,"errors":[{"code":401,"detail":"d","status":401,"title":"t"}],"message":"m"})"_ba
        << QStringList({u"d"_s, u"t"_s, u"m"_s});
    QTest::newRow("message alone") << R"({"message":"m"})"_ba << QStringList{u"m"_s};
    QTest::newRow("two errors") << R"({"errors":[{"detail":"a"},{"detail":"b"}]})"_ba
                                << QStringList({u"a"_s, u"b"_s});
    QTest::newRow("nothing") << QByteArray() << QStringList();
    QTest::newRow("page") << "<html>scope</html>"_ba << QStringList();
    QTest::newRow("errors no list") << R"({"errors":{"detail":"d"}})"_ba << QStringList();
    QTest::newRow("list of other things") << R"({"errors":[1,null,[],"d"]})"_ba << QStringList();
    QTest::newRow("detail a number") << R"({"errors":[{"detail":5}]})"_ba << QStringList();
    QTest::newRow("errors twice") << R"({"errors":[{"detail":"a"}],"errors":[]})"_ba << QStringList();
    QTest::newRow("very long") << detailed(QByteArray(5000, 'x'))
                               << QStringList({QString(512, u'x'), u"Unauthorized"_s});
    QTest::newRow("huge") << detailed(QByteArray(20'000, 'x')) << QStringList();
    QTest::newRow("many") << R"({"errors":[)" + QByteArray(R"({"detail":"d"},)").repeated(50) +
                                 R"({"detail":"e"}]})"
                          << QStringList(8, u"d"_s);
}

void ApiErrorTest::body_isReadWithinLimits()
{
    QFETCH(QByteArray, body);
    QTEST(apiErrorTexts(body), "texts");
}

void ApiErrorTest::refusal_hasItsCause_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Failure::Detail>("cause");
    QTest::newRow("scope") << 401 << detailed("The access token lacks a required scope")
                           << Detail::ScopeMissing;
    QTest::newRow("any case") << 401 << detailed("INSUFFICIENT_SCOPE") << Detail::ScopeMissing;
    QTest::newRow("in the title") << 401 << R"({"errors":[{"detail":"x","title":"Missing scope"}]})"_ba
                                  << Detail::ScopeMissing;
    QTest::newRow("not linked") << 401 << detailed("This Adobe ID is not linked to a Frame.io account")
                                << Detail::NotLinked;
    QTest::newRow("no product profile")
        << 401 << detailed("User has no product profile for Frame.io") << Detail::NoProductProfile;
    QTest::newRow("locked") << 403 << detailed("Account is locked") << Detail::AccountLocked;
    QTest::newRow("locked, one word of a name") << 403 << detailed("AccountLocked") << Detail::AccountLocked;
    QTest::newRow("suspended") << 403 << detailed("User suspended") << Detail::AccountLocked;
    QTest::newRow("blocked is not locked")
        << 403 << detailed("Request blocked by IP allow-list") << Detail::AccountRefused;
    QTest::newRow("blocked, then locked")
        << 403 << detailed("Blocked: the account is locked") << Detail::AccountLocked;
    QTest::newRow("unlocked") << 403 << detailed("Feature not unlocked") << Detail::AccountRefused;
    QTest::newRow("a disabled feature")
        << 403 << detailed("API access is disabled for this plan") << Detail::AccountRefused;
    QTest::newRow("locked, but 401") << 401 << detailed("Account is locked") << Detail::AccountRefused;
    QTest::newRow("unknown words") << 401 << detailed("Not Authorized") << Detail::AccountRefused;
    QTest::newRow("unknown words, 403") << 403 << detailed("Forbidden") << Detail::AccountRefused;
    QTest::newRow("no body") << 401 << QByteArray() << Detail::AccountRefused;
    QTest::newRow("page that has the words") << 401 << "<p>scope</p>"_ba << Detail::AccountRefused;
}

void ApiErrorTest::refusal_hasItsCause()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Failure::Detail, cause);
    const ProviderCatalogue catalogue = ProviderCatalogue::builtIn();
    const auto &causes = catalogue.find(u"frameio"_s)->accountRefusedCauses;
    QCOMPARE(
        accountRefusal({.status = status, .contentType = {}, .retryAfter = {}, .body = body}, causes).detail,
        cause);
}

void ApiErrorTest::refusal_isNoVerdictOnTheSignIn()
{
    // `invalid_grant` is the authorization server's word; an API that says it ends nothing.
    const Failure failure = accountRefusal(
        {.status = 401, .contentType = {}, .retryAfter = {}, .body = R"({"error":"invalid_grant"})"}, {});
    QVERIFY(failure.stage == Failure::Stage::AccountRequest);
    QVERIFY(failure.kind == Failure::Kind::Client);
    QVERIFY(failure.detail == Detail::AccountRefused);
    QCOMPARE(failure.httpStatus, 401);
}

void ApiErrorTest::serversText_isShownAsACodeOnly()
{
    const QByteArray body =
        R"({"errors":[{"detail":"<b>no\nway</b> \u202e)" + QByteArray(200, 'x') + R"("}]})";
    const Failure failure =
        accountRefusal({.status = 403, .contentType = {}, .retryAfter = {}, .body = body}, {});
    QVERIFY(failure.serverCode.startsWith(u"HTTP 403: <b>no?way</b> ?xxx"));
    QCOMPARE(failure.serverCode.size(), 64);
}

static const TestCase<ApiErrorTest> testCase("apierror");

} // namespace framekey::test

#include "tst_apierror.moc"
