// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountsettings.h"

#include "testcase.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace framekey::test
{

using Change = std::function<void(AccountSettings &)>;
using Fault = AccountFault;
using Field = AccountField;

} // namespace framekey::test

Q_DECLARE_METATYPE(framekey::test::Change)

namespace framekey::test
{

namespace
{

AccountSettings goodAccount()
{
    AccountSettings settings;
    settings.name = u"work"_s;
    settings.provider = u"custom"_s;
    settings.clientId = u"client"_s;
    settings.redirectUri = u"http://127.0.0.1:0/callback"_s;
    settings.scopes = {u"offline"_s};
    settings.endpoints.authorization = QUrl(u"https://as.example/a"_s);
    settings.endpoints.token = QUrl(u"https://as.example/t"_s);
    return settings;
}

void row(const char *name, AccountField field, AccountFault fault, const Change &change)
{
    QTest::newRow(name) << change << field << fault;
}

void addColumns()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Field>("field");
    QTest::addColumn<Fault>("fault");
}

void compareFault(const Provider *provider)
{
    QFETCH(Change, change);
    QFETCH(Field, field);
    QFETCH(Fault, fault);
    AccountSettings settings = goodAccount();
    change(settings);
    QVERIFY((checkAccount(settings, provider) == AccountFaults{{field, fault}}));
}

} // namespace

/// What the connection form says beside its fields, and what a sign-in then uses.
class AccountSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodAccount_hasNoFault();
    void faultyText_isSaidOfItsField_data();
    void faultyText_isSaidOfItsField();
    void faultyAddress_isSaidOfItsField_data();
    void faultyAddress_isSaidOfItsField();
    void everyFault_isSaidAtOnce();
    void confidentialClient_needsItsSecret();
    void endpoints_areRequiredWhereTheProviderHasNone();
    void caFile_isReadBeforeItIsTrusted();
    void registration_isTheAccountsOverTheProviders();
    void registration_ofALocalProviderIsBelowItsServer();
    void newAccount_hasTheProvidersDefaults();

private:
    ProviderCatalogue m_catalogue = ProviderCatalogue::builtIn();
    const Provider *m_custom = m_catalogue.find(u"custom"_s);
};

void AccountSettingsTest::goodAccount_hasNoFault()
{
    QVERIFY(checkAccount(goodAccount(), m_custom).isEmpty());
}

void AccountSettingsTest::faultyText_isSaidOfItsField_data()
{
    addColumns();
    row("no name", Field::Name, Fault::Blank, [](auto &a) { a.name.clear(); });
    row("blank name", Field::Name, Fault::Blank, [](auto &a) { a.name = u"  "_s; });
    row("name over two lines", Field::Name, Fault::ControlCharacter, [](auto &a) { a.name = u"a\nb"_s; });
    row("no client id", Field::ClientId, Fault::Blank, [](auto &a) { a.clientId.clear(); });
    row("client id with an escape", Field::ClientId, Fault::ControlCharacter,
        [](auto &a) { a.clientId = u"a\u001b"_s; });
    row("no redirect address", Field::RedirectUri, Fault::Blank, [](auto &a) { a.redirectUri.clear(); });
    row("port out of range", Field::RedirectUri, Fault::Port,
        [](auto &a) { a.redirectUri = u"http://127.0.0.1:65536/"_s; });
    row("redirect scheme", Field::RedirectUri, Fault::UnknownScheme,
        [](auto &a) { a.redirectUri = u"ftp://127.0.0.1/"_s; });
    row("redirect elsewhere", Field::RedirectUri, Fault::HttpElsewhere,
        [](auto &a) { a.redirectUri = u"http://a.example/"_s; });
    row("redirect query", Field::RedirectUri, Fault::Query,
        [](auto &a) { a.redirectUri = u"http://127.0.0.1/?a"_s; });
    row("redirect fragment", Field::RedirectUri, Fault::Fragment,
        [](auto &a) { a.redirectUri = u"http://127.0.0.1/#a"_s; });
    row("redirect user", Field::RedirectUri, Fault::UserInfo,
        [](auto &a) { a.redirectUri = u"http://u@127.0.0.1/"_s; });
    row("redirect malformed", Field::RedirectUri, Fault::Malformed,
        [](auto &a) { a.redirectUri = u"callback"_s; });
    row("scope with a quote", Field::Scopes, Fault::NotAScope, [](auto &a) { a.scopes.append(u"a\"b"_s); });
    row("empty scope", Field::Scopes, Fault::NotAScope, [](auto &a) { a.scopes.append(QString()); });
    row("CA file that is not there", Field::CaFile, Fault::NotFound,
        [](auto &a) { a.caFile = u"/no/such/file.pem"_s; });
}

void AccountSettingsTest::faultyText_isSaidOfItsField()
{
    compareFault(m_custom);
}

void AccountSettingsTest::faultyAddress_isSaidOfItsField_data()
{
    addColumns();
    row("http endpoint", Field::TokenEndpoint, Fault::NotHttps,
        [](auto &a) { a.endpoints.token = QUrl(u"http://a.example/t"_s); });
    row("endpoint with a user", Field::TokenEndpoint, Fault::UserInfo,
        [](auto &a) { a.endpoints.token = QUrl(u"https://u:p@a.example/"_s); });
    row("endpoint with a fragment", Field::AuthorizationEndpoint, Fault::Fragment,
        [](auto &a) { a.endpoints.authorization = QUrl(u"https://a.example/#x"_s); });
    row("file as an endpoint", Field::AuthorizationEndpoint, Fault::Malformed,
        [](auto &a) { a.endpoints.authorization = QUrl(u"file:///etc/passwd"_s); });
    row("endpoint that is no address", Field::RevocationEndpoint, Fault::Malformed,
        [](auto &a) { a.endpoints.revocation = QUrl(u"https://a.example:99999/"_s); });
    row("relative API", Field::ApiEndpoint, Fault::Malformed,
        [](auto &a) { a.endpoints.api = QUrl(u"v2"_s); });
}

void AccountSettingsTest::faultyAddress_isSaidOfItsField()
{
    compareFault(m_custom);
}

void AccountSettingsTest::everyFault_isSaidAtOnce()
{
    const AccountFaults faults = checkAccount({}, nullptr);
    QVERIFY((faults == AccountFaults{{AccountField::Provider, AccountFault::Unknown},
                                     {AccountField::Name, AccountFault::Blank},
                                     {AccountField::ClientId, AccountFault::Blank},
                                     {AccountField::RedirectUri, AccountFault::Blank}}));
}

void AccountSettingsTest::confidentialClient_needsItsSecret()
{
    AccountSettings settings = goodAccount();
    QVERIFY(checkAccount(settings, m_custom, false).isEmpty());
    settings.clientAuthentication = ClientAuthentication::Basic;
    QVERIFY(checkAccount(settings, m_custom, true).isEmpty());
    QVERIFY((checkAccount(settings, m_custom, false) ==
             AccountFaults{{AccountField::ClientSecret, AccountFault::Blank}}));
}

void AccountSettingsTest::endpoints_areRequiredWhereTheProviderHasNone()
{
    AccountSettings settings = goodAccount();
    settings.endpoints = {};
    QVERIFY((checkAccount(settings, m_custom) ==
             AccountFaults{{AccountField::AuthorizationEndpoint, AccountFault::Blank},
                           {AccountField::TokenEndpoint, AccountFault::Blank}}));
    QVERIFY(checkAccount(settings, m_catalogue.find(u"frameio-legacy"_s)).isEmpty());
    QVERIFY(checkAccount(settings, m_catalogue.find(u"practice"_s)).isEmpty());
}

void AccountSettingsTest::caFile_isReadBeforeItIsTrusted()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"ca.pem"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not a certificate\n") > 0);
    file.close();
    AccountSettings settings = goodAccount();
    settings.caFile = file.fileName();
    QVERIFY((checkAccount(settings, m_custom) ==
             AccountFaults{{AccountField::CaFile, AccountFault::NotACertificate}}));
}

void AccountSettingsTest::registration_isTheAccountsOverTheProviders()
{
    const Provider &legacy = *m_catalogue.find(u"frameio-legacy"_s);
    AccountSettings settings = newAccount(legacy);
    settings.clientId = u"c"_s;
    settings.clientAuthentication = ClientAuthentication::Basic;
    settings.issuer = u"https://i.example"_s;
    settings.endpoints.token = QUrl(u"https://t.example/"_s);
    const ClientRegistration client = registrationFor(settings, legacy);
    QCOMPARE(client.clientId, u"c"_s);
    QCOMPARE(client.authentication, ClientAuthentication::Basic);
    QCOMPARE(client.endpoints.token, settings.endpoints.token);
    QCOMPARE(client.endpoints.authorization, legacy.endpoints.authorization);
    QCOMPARE(client.endpoints.api, legacy.endpoints.api);
    QCOMPARE(client.issuer, settings.issuer);
    QCOMPARE(client.redirectUri, legacy.defaultRedirectUri);
    QVERIFY(client.quirks == legacy.quirks);
    QCOMPARE(client.requestedScope, legacy.defaultScope);
}

void AccountSettingsTest::registration_ofALocalProviderIsBelowItsServer()
{
    const Provider &practice = *m_catalogue.find(u"practice"_s);
    const QUrl base(u"http://127.0.0.1:4321"_s);
    const ClientRegistration client = registrationFor(newAccount(practice), practice, base);
    for (const QUrl &endpoint :
         {client.endpoints.authorization, client.endpoints.token, client.endpoints.api}) {
        QVERIFY(base.isParentOf(endpoint) || endpoint.toString().startsWith(base.toString() + u'/'));
        QCOMPARE(checkEndpoint(endpoint.toString()), EndpointFault::None);
    }
}

void AccountSettingsTest::newAccount_hasTheProvidersDefaults()
{
    for (const Provider &provider : m_catalogue.providers()) {
        const AccountSettings settings = newAccount(provider);
        QVERIFY(settings.id.isEmpty());
        QCOMPARE(settings.provider, provider.id);
        QCOMPARE(settings.redirectUri, provider.defaultRedirectUri);
        QCOMPARE(settings.scopes, provider.defaultScope);
        QCOMPARE(settings.clientId, provider.defaultClientId);
        QCOMPARE(settings.clientAuthentication, ClientAuthentication::None);
    }
}

static const TestCase<AccountSettingsTest> testCase("accountsettings");

} // namespace framekey::test

#include "tst_accountsettings.moc"
