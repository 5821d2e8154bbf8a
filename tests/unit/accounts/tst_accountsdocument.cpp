// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountsdocument.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

namespace
{

QByteArray documentOf(const QByteArray &account)
{
    return R"({"version":1,"default":"work","accounts":[)" + account + "]}";
}

// An account with this member put in place of, or beside, the good ones.
QByteArray accountWith(const QByteArray &member)
{
    return documentOf(R"({"name":"work","provider":"custom","clientId":"c")" +
                      (member.isEmpty() ? "" : "," + member) + '}');
}

AccountSettings fullAccount()
{
    AccountSettings settings;
    settings.id = u"1f3c"_s;
    settings.name = u"B\u00fcro \"1\""_s;
    settings.provider = u"custom"_s;
    settings.clientId = u"c"_s;
    settings.clientAuthentication = ClientAuthentication::Basic;
    settings.redirectUri = u"http://127.0.0.1:0/callback"_s;
    settings.redirectCertificate = {.certificate = u"/home/ana/localhost.pem"_s,
                                    .key = u"/home/ana/localhost-key.pem"_s};
    settings.scopes = {u"offline"_s, u"asset.read"_s};
    settings.endpoints = {.authorization = QUrl(u"https://as.example/a?tenant=1"_s),
                          .token = QUrl(u"https://as.example/t"_s),
                          .revocation = QUrl(u"https://as.example/r"_s),
                          .api = QUrl(u"https://api.example/v2"_s)};
    settings.issuer = u"https://as.example"_s;
    settings.caFile = u"/etc/ca.pem"_s;
    settings.askEachTime = true;
    return settings;
}

} // namespace

/// `accounts.json`: read whole or not at all, and never lossy (F42 of reliability).
class AccountsDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void document_comesBackAsItWas();
    void designsExample_isRead();
    void shortestAccount_isRead();
    void unknownFields_arePassedOver();
    void brokenFile_isToldByItsFault_data();
    void brokenFile_isToldByItsFault();
    void brokenAccount_makesTheFileUnusable_data();
    void brokenAccount_makesTheFileUnusable();
    void file_holdsNoSecret();
};

void AccountsDocumentTest::document_comesBackAsItWas()
{
    AccountSettings plain;
    plain.name = u"practice"_s;
    plain.provider = u"practice"_s;
    plain.clientId = u"practice"_s;
    const AccountsDocument document{.defaultName = u"practice"_s, .accounts = {fullAccount(), plain}};
    const auto read = parseAccounts(formatAccounts(document));
    QVERIFY(read);
    QCOMPARE(read->defaultName, document.defaultName);
    QVERIFY(read->accounts == document.accounts);
    QCOMPARE(formatAccounts(*read), formatAccounts(document));
}

void AccountsDocumentTest::designsExample_isRead()
{
    const auto read = parseAccounts(R"({ "version": 1, "default": "work", "accounts": [
        { "id": "a1", "name": "work", "provider": "frameio-legacy", "clientId": "c", "clientAuthentication": "none",
          "redirectUri": "http://127.0.0.1:0/callback", "scopes": ["offline", "account.read"],
          "endpoints": { "token": "https://t.example/t" }, "issuer": "https://i.example", "caFile": "/ca.pem" } ] })"_ba);
    QVERIFY(read);
    QCOMPARE(read->accounts.size(), 1);
    const AccountSettings &settings = read->accounts.constFirst();
    QCOMPARE(settings.scopes, QStringList({u"offline"_s, u"account.read"_s}));
    QCOMPARE(settings.clientAuthentication, ClientAuthentication::None);
    QCOMPARE(settings.endpoints.token, QUrl(u"https://t.example/t"_s));
    QVERIFY(settings.endpoints.authorization.isEmpty());
    QCOMPARE(settings.issuer, u"https://i.example"_s);
    QCOMPARE(settings.caFile, u"/ca.pem"_s);
}

void AccountsDocumentTest::shortestAccount_isRead()
{
    const auto read = parseAccounts(accountWith({}));
    QVERIFY(read);
    QVERIFY(read->accounts.constFirst().id.isEmpty());
    QVERIFY(read->accounts.constFirst().scopes.isEmpty());
    const auto none = parseAccounts(R"({"version":1,"accounts":[]})"_ba);
    QVERIFY(none);
    QVERIFY(none->accounts.isEmpty());
}

void AccountsDocumentTest::unknownFields_arePassedOver()
{
    const auto read =
        parseAccounts(accountWith(R"("colour":"green","endpoints":{"jwks":5,"token":"https://t.example/"})"));
    QVERIFY(read);
    QCOMPARE(read->accounts.constFirst().endpoints.token, QUrl(u"https://t.example/"_s));
    QVERIFY(parseAccounts(R"({"version":1,"accounts":[],"window":{"width":5}})"_ba));
}

void AccountsDocumentTest::brokenFile_isToldByItsFault_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<AccountsFault>("fault");
    const QByteArray good = accountWith({});
    const auto notJson = AccountsFault::NotJson;
    QTest::newRow("empty") << QByteArray() << notJson;
    QTest::newRow("zeroes, as after a power cut") << QByteArray(512, '\0') << notJson;
    QTest::newRow("words") << "accounts"_ba << notJson;
    QTest::newRow("cut") << good.chopped(5) << notJson;
    QTest::newRow("two documents") << good + good << notJson;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + good << notJson;
    QTest::newRow("list") << '[' + good + ']' << notJson;
    QTest::newRow("accounts twice") << R"({"version":1,"accounts":[],"accounts":[]})"_ba << notJson;
    const auto newer = AccountsFault::Newer;
    QTest::newRow("version 2") << R"({"version":2,"accounts":{}})"_ba << newer;
    QTest::newRow("version 1e9") << R"({"version":1e9})"_ba << newer;
    const auto notAccounts = AccountsFault::NotAccounts;
    QTest::newRow("empty object") << "{}"_ba << notAccounts;
    QTest::newRow("no version") << R"({"accounts":[]})"_ba << notAccounts;
    QTest::newRow("version 0") << R"({"version":0,"accounts":[]})"_ba << notAccounts;
    QTest::newRow("version as text") << R"({"version":"1","accounts":[]})"_ba << notAccounts;
    QTest::newRow("no accounts") << R"({"version":1})"_ba << notAccounts;
    QTest::newRow("accounts an object") << R"({"version":1,"accounts":{}})"_ba << notAccounts;
    QTest::newRow("huge") << good + QByteArray(longestAccountsFile, ' ') << AccountsFault::TooLarge;
}

void AccountsDocumentTest::brokenFile_isToldByItsFault()
{
    QFETCH(QByteArray, json);
    QFETCH(AccountsFault, fault);
    const auto read = parseAccounts(json);
    QVERIFY(!read);
    QCOMPARE(read.error(), fault);
}

void AccountsDocumentTest::brokenAccount_makesTheFileUnusable_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("account a text") << documentOf(R"("work")");
    QTest::newRow("account without a name") << documentOf(R"({"provider":"custom","clientId":"c"})");
    QTest::newRow("account without a provider") << documentOf(R"({"name":"n","clientId":"c"})");
    QTest::newRow("account without a client id") << documentOf(R"({"name":"n","provider":"custom"})");
    QTest::newRow("client id a number") << documentOf(R"({"name":"n","provider":"custom","clientId":5})");
    QTest::newRow("id a number") << accountWith(R"("id":5)");
    QTest::newRow("unknown client authentication") << accountWith(R"("clientAuthentication":"post")");
    QTest::newRow("scopes a text") << accountWith(R"("scopes":"offline")");
    QTest::newRow("scope a number") << accountWith(R"("scopes":["offline",5])");
    QTest::newRow("redirect address null") << accountWith(R"("redirectUri":null)");
    QTest::newRow("certificate a text") << accountWith(R"("redirectCertificate":"a.pem")");
    QTest::newRow("certificate a number") << accountWith(R"("redirectCertificate":{"key":5})");
    QTest::newRow("asked each time as a text") << accountWith(R"("askEachTime":"yes")");
    QTest::newRow("endpoints a list") << accountWith(R"("endpoints":[])");
    QTest::newRow("endpoint a number") << accountWith(R"("endpoints":{"token":5})");
    QTest::newRow("endpoint that is no address")
        << accountWith(R"("endpoints":{"token":"https://a.example:99999/"})");
    QTest::newRow("ask each time a text") << accountWith(R"("askEachTime":"yes")");
    QTest::newRow("second account broken")
        << documentOf(R"({"name":"n","provider":"custom","clientId":"c"},{})");
}

void AccountsDocumentTest::brokenAccount_makesTheFileUnusable()
{
    QFETCH(QByteArray, json);
    const auto read = parseAccounts(json);
    QVERIFY(!read);
    QCOMPARE(read.error(), AccountsFault::NotAccounts);
}

void AccountsDocumentTest::file_holdsNoSecret()
{
    const QByteArray json = formatAccounts({.defaultName = {}, .accounts = {fullAccount()}}).toLower();
    for (const char *word : {"secret", "password", "refresh", "accesstoken"})
        QVERIFY2(!json.contains(word), word);
}

static const TestCase<AccountsDocumentTest> testCase("accountsdocument");

} // namespace framekey::test

#include "tst_accountsdocument.moc"
