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

private:
    EnvAccount accountOf(const QByteArray &text) const;

    ProviderCatalogue m_catalogue = ProviderCatalogue::builtIn();
};

EnvAccount EnvAccountTest::accountOf(const QByteArray &text) const
{
    return accountFromEnv(parseEnv("CLIENT_ID=abc\n" + text).value(), m_catalogue).value();
}

void EnvAccountTest::provider_followsTheAddresses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("provider");
    QTest::newRow("no addresses") << QByteArray() << u"frameio-legacy"_s;
    QTest::newRow("both of Legacy") << legacyUrls << u"frameio-legacy"_s;
    QTest::newRow("only Legacy's token address")
        << "TOKEN_URL=https://applications.frame.io/oauth2/token"_ba << u"frameio-legacy"_s;
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

static const TestCase<EnvAccountTest> testCase("envaccount");

} // namespace framekey::test

#include "tst_envaccount.moc"
