// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/envaccount.h"

#include "testcase.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

namespace
{

const QByteArray legacyUrls = "AUTHORIZE_URL=https://applications.frame.io/oauth2/auth\n"
                              "TOKEN_URL=https://applications.frame.io/oauth2/token\n"_ba;
const QByteArray v4Page = "AUTHORIZE_URL=https://ims-na1.adobelogin.com/ims/authorize/v2\n"_ba;
const QByteArray v4Urls = v4Page + "TOKEN_URL=https://ims-na1.adobelogin.com/ims/token/v3\n";

} // namespace

/// The rules of design 6 for an account out of Frame.io's sample names.
class EnvAccountTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void provider_followsTheAddresses_data();
    void provider_followsTheAddresses();
    void clientId_isAllThatIsNeeded();
    void withoutClientId_thereIsNoAccount();
    void secret_makesItConfidential();
    void scope_isReadOrTheUsualOnes();
    void addresses_areTheAccountsOwn();
    void redirect_isGivenOrTheProviders();
    void over_keepsWhatTheFileLeavesOut_data();
    void over_keepsWhatTheFileLeavesOut();
    void over_anotherSignInPageIsAnotherServer();
    void badValue_isToldByItsName_data();
    void badValue_isToldByItsName();

private:
    EnvAccount accountOf(const QByteArray &text) const;
    static AccountSettings kept();

    ProviderCatalogue m_catalogue = ProviderCatalogue::builtIn();
};

EnvAccount EnvAccountTest::accountOf(const QByteArray &text) const
{
    return accountFromEnv(parseEnv("CLIENT_ID=abc\n" + text).value(), m_catalogue).value();
}

AccountSettings EnvAccountTest::kept()
{
    AccountSettings settings;
    settings.id = u"1"_s;
    settings.name = u"work"_s;
    settings.provider = u"custom"_s;
    settings.clientId = u"abc"_s;
    settings.clientAuthentication = ClientAuthentication::Basic;
    settings.redirectUri = u"http://127.0.0.1:7000/mine"_s;
    settings.scopes = {u"mine"_s};
    settings.endpoints = {.authorization = QUrl(u"https://as.example/a"_s),
                          .token = QUrl(u"https://as.example/t"_s),
                          .revocation = QUrl(u"https://as.example/r"_s),
                          .api = QUrl(u"https://as.example/api"_s)};
    settings.issuer = u"https://as.example"_s;
    settings.caFile = u"/etc/ssl/ours.pem"_s;
    return settings;
}

void EnvAccountTest::provider_followsTheAddresses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("provider");
    QTest::newRow("no addresses") << QByteArray() << u"frameio-legacy"_s;
    QTest::newRow("both of Legacy") << legacyUrls << u"frameio-legacy"_s;
    QTest::newRow("only Legacy's token address")
        << "TOKEN_URL=https://applications.frame.io/oauth2/token"_ba << u"frameio-legacy"_s;
    QTest::newRow("only Legacy's page")
        << "AUTHORIZE_URL=https://applications.frame.io/oauth2/auth"_ba << u"frameio-legacy"_s;
    QTest::newRow("both of V4") << v4Urls << u"frameio"_s;
    QTest::newRow("only V4's page") << v4Page << u"frameio"_s;
    QTest::newRow("only another's page") << "AUTHORIZE_URL=https://as.example/a"_ba << u"custom"_s;
    QTest::newRow("another server") << "AUTHORIZE_URL=https://as.example/a\nTOKEN_URL=https://as.example/t"_ba
                                    << u"custom"_s;
    QTest::newRow("Legacy's token address, another's page")
        << "AUTHORIZE_URL=https://evil.example/a\nTOKEN_URL=https://applications.frame.io/oauth2/token"_ba
        << u"custom"_s;
    QTest::newRow("Legacy's page, another's token address")
        << "AUTHORIZE_URL=https://applications.frame.io/oauth2/auth\nTOKEN_URL=https://evil.example/t"_ba
        << u"custom"_s;
    QTest::newRow("only another's token address") << "TOKEN_URL=https://as.example/t"_ba << u"custom"_s;
}

void EnvAccountTest::provider_followsTheAddresses()
{
    QFETCH(QByteArray, text);
    QTEST(accountOf(text).settings.provider, "provider");
}

void EnvAccountTest::clientId_isAllThatIsNeeded()
{
    const EnvAccount account = accountOf({});
    QCOMPARE(account.settings.clientId, u"abc"_s);
    QCOMPARE(account.settings.clientAuthentication, ClientAuthentication::None);
    QVERIFY(!account.clientSecret);
    QVERIFY(account.settings.id.isEmpty());
    QVERIFY(checkAccount(account.settings, m_catalogue.find(account.settings.provider)).isEmpty());
}

void EnvAccountTest::withoutClientId_thereIsNoAccount()
{
    for (const char *text : {"", "CLIENT_ID=", "CLIENT_ID=\" \"", "client_id=abc"}) {
        const auto account = accountFromEnv(parseEnv(text).value(), m_catalogue);
        QVERIFY2(!account, text);
        QCOMPARE(account.error().kind, EnvFault::Kind::NoClientId);
    }
}

void EnvAccountTest::secret_makesItConfidential()
{
    const EnvAccount account = accountOf("CLIENT_SECRET='s3 cr+t'\n");
    QCOMPARE(account.settings.clientAuthentication, ClientAuthentication::Basic);
    QCOMPARE(account.clientSecret.value().reveal(), "s3 cr+t"_ba);
    const EnvAccount publicClient = accountOf("CLIENT_SECRET=\n");
    QCOMPARE(publicClient.settings.clientAuthentication, ClientAuthentication::None);
    QVERIFY(!publicClient.clientSecret);
}

void EnvAccountTest::scope_isReadOrTheUsualOnes()
{
    const QStringList usual{u"offline"_s, u"account.read"_s, u"asset.read"_s};
    QCOMPARE(accountOf({}).settings.scopes, usual);
    QCOMPARE(accountOf("SCOPE=\"\"\n").settings.scopes, usual);
    const EnvAccount elsewhere =
        accountOf("AUTHORIZE_URL=https://as.example/a\nTOKEN_URL=https://as.example/t\n");
    QCOMPARE(elsewhere.settings.scopes, usual);
    QCOMPARE(accountOf(v4Urls).settings.scopes, m_catalogue.find(u"frameio"_s)->defaultScope);
    QCOMPARE(accountOf("SCOPE=offline team.read\n").settings.scopes,
             QStringList({u"offline"_s, u"team.read"_s}));
    QCOMPARE(accountOf("SCOPE=\"openid,profile\"\n").settings.scopes,
             QStringList({u"openid"_s, u"profile"_s}));
}

void EnvAccountTest::addresses_areTheAccountsOwn()
{
    const AccountSettings custom =
        accountOf("AUTHORIZE_URL=https://as.example/a\nTOKEN_URL=https://as.example/t\n"
                  "REVOKE_URL=https://as.example/r\nAPI_URL=https://api.example/v2\n")
            .settings;
    QCOMPARE(custom.endpoints.authorization, QUrl(u"https://as.example/a"_s));
    QCOMPARE(custom.endpoints.token, QUrl(u"https://as.example/t"_s));
    QCOMPARE(custom.endpoints.revocation, QUrl(u"https://as.example/r"_s));
    QCOMPARE(custom.endpoints.api, QUrl(u"https://api.example/v2"_s));
    QCOMPARE(custom.name, u"as.example"_s);
    const AccountSettings legacy = accountOf(legacyUrls + "API_URL=https://proxy.example/v2\n").settings;
    QVERIFY(legacy.endpoints.token.isEmpty()); // the provider's
    QCOMPARE(legacy.endpoints.api, QUrl(u"https://proxy.example/v2"_s));
    // One of the two is not enough, and is said beside its field.
    const AccountSettings half = accountOf("TOKEN_URL=https://as.example/t\n").settings;
    QVERIFY((checkAccount(half, m_catalogue.find(half.provider)) ==
             AccountFaults{{AccountField::AuthorizationEndpoint, AccountFault::Blank}}));
}

void EnvAccountTest::redirect_isGivenOrTheProviders()
{
    QCOMPARE(accountOf({}).settings.redirectUri, u"http://127.0.0.1:8910/callback"_s);
    QCOMPARE(accountOf("REDIRECT_URI=https://example.org/cb\n").settings.redirectUri,
             u"https://example.org/cb"_s);
}

void EnvAccountTest::over_keepsWhatTheFileLeavesOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<AccountSettings>("expected");
    const auto with = [](const auto &change) {
        AccountSettings settings = kept();
        change(settings);
        return settings;
    };
    QTest::newRow("nothing more") << QByteArray() << kept();
    QTest::newRow("empty values") << "SCOPE=\nREDIRECT_URI=\nCLIENT_SECRET=\nAPI_URL=\n"_ba << kept();
    QTest::newRow("the same page") << "AUTHORIZE_URL=https://as.example/a\n"_ba << kept();
    QTest::newRow("SCOPE") << "SCOPE=offline\n"_ba
                           << with([](AccountSettings &is) { is.scopes = {u"offline"_s}; });
    QTest::newRow("REDIRECT_URI") << "REDIRECT_URI=http://127.0.0.1:0/cb\n"_ba
                                  << with([](AccountSettings &is) {
                                         is.redirectUri = u"http://127.0.0.1:0/cb"_s;
                                     });
    QTest::newRow("REVOKE_URL") << "REVOKE_URL=https://as.example/r2\n"_ba << with([](AccountSettings &is) {
        is.endpoints.revocation = QUrl(u"https://as.example/r2"_s);
    });
    QTest::newRow("API_URL") << "API_URL=https://as.example/v4\n"_ba << with([](AccountSettings &is) {
        is.endpoints.api = QUrl(u"https://as.example/v4"_s);
    });
    QTest::newRow("another page") << "AUTHORIZE_URL=https://as.example/a2\n"_ba
                                  << with([](AccountSettings &is) {
                                         is.endpoints.authorization = QUrl(u"https://as.example/a2"_s);
                                     });
}

void EnvAccountTest::over_keepsWhatTheFileLeavesOut()
{
    QFETCH(QByteArray, text);
    const EnvAccount account = accountOf("TOKEN_URL=https://as.example/t\n" + text);
    QTEST(account.over(kept(), m_catalogue), "expected");
    AccountSettings publicClient = kept();
    publicClient.clientAuthentication = ClientAuthentication::None;
    QCOMPARE(account.over(publicClient, m_catalogue).clientAuthentication, ClientAuthentication::None);
    const EnvAccount confidential =
        accountOf("TOKEN_URL=https://as.example/t\n" + text + "CLIENT_SECRET=s\n");
    QCOMPARE(confidential.over(publicClient, m_catalogue).clientAuthentication, ClientAuthentication::Basic);
}

void EnvAccountTest::over_anotherSignInPageIsAnotherServer()
{
    AccountSettings legacy = newAccount(*m_catalogue.find(u"frameio-legacy"_s));
    legacy.clientId = u"abc"_s;
    legacy.endpoints.api = QUrl(u"https://api.example/v2"_s);
    QCOMPARE(accountOf(legacyUrls).over(legacy, m_catalogue), legacy);
    const EnvAccount other = accountOf("AUTHORIZE_URL=https://as.example/a\n"
                                       "TOKEN_URL=https://applications.frame.io/oauth2/token\n");
    const AccountSettings moved = other.over(legacy, m_catalogue);
    QCOMPARE(moved.provider, u"custom"_s);
    QCOMPARE(moved.endpoints, other.settings.endpoints);
}

void EnvAccountTest::badValue_isToldByItsName_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<AccountFault>("fault");
    const auto row = [](const char *text, const char *name, AccountFault fault) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(name) << fault;
    };
    row("TOKEN_URL=http://as.example/t", "TOKEN_URL", AccountFault::NotHttps);
    row("AUTHORIZE_URL=https://me:pw@as.example/a", "AUTHORIZE_URL", AccountFault::UserInfo);
    row("REVOKE_URL=https://as.example/r#x", "REVOKE_URL", AccountFault::Fragment);
    row("API_URL=https://as.example:99999/", "API_URL", AccountFault::Malformed);
    row("API_URL=somewhere", "API_URL", AccountFault::Malformed);
    row("API_URL=https://[bad/", "API_URL", AccountFault::Malformed);
    row("REDIRECT_URI=http://studio.example/cb", "REDIRECT_URI", AccountFault::HttpElsewhere);
    row("REDIRECT_URI=ftp://127.0.0.1/cb", "REDIRECT_URI", AccountFault::UnknownScheme);
    row("REDIRECT_URI=http://127.0.0.1:99999/cb", "REDIRECT_URI", AccountFault::Port);
    row("REDIRECT_URI=http://127.0.0.1:1/cb?a=b", "REDIRECT_URI", AccountFault::Query);
    row("SCOPE='a\"b'", "SCOPE", AccountFault::NotAScope);
    row("CLIENT_ID=a\x01z", "CLIENT_ID", AccountFault::ControlCharacter);
}

void EnvAccountTest::badValue_isToldByItsName()
{
    QFETCH(QByteArray, text);
    const auto account = accountFromEnv(parseEnv("CLIENT_ID=abc\n" + text).value(), m_catalogue);
    QVERIFY(!account);
    QCOMPARE(account.error().kind, EnvFault::Kind::BadValue);
    QTEST(envName(account.error().field), "name");
    QTEST(account.error().fault, "fault");
}

static const TestCase<EnvAccountTest> testCase("envaccount");

} // namespace framekey::test

#include "tst_envaccount.moc"
