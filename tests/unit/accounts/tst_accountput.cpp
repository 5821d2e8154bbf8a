// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountlistfixture.h"

namespace framekey::test
{

/// Adding accounts and updating them: one client at one server is one account.
class AccountPutTest : public AccountListFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void put_addsWithANameOfItsOwn();
    void put_ofTheSameClientUpdates();
    void put_matchesTheClientAcrossProviders();
    void put_ofTheSameClientKeepsWhatIsNotNamed();
    void customServers_areToldApart_data();
    void customServers_areToldApart();
};

void AccountPutTest::put_addsWithANameOfItsOwn()
{
    QSignalSpy put(m_list.get(), &AccountList::accountPut);
    const QString first = m_list->put(legacyAccount(u"c1"_s), {});
    const QString second = m_list->put(legacyAccount(u"c2"_s), {});
    QVERIFY(!first.isEmpty() && first != second);
    QCOMPARE(put, (QList<QVariantList>{{first}, {second}}));
    QCOMPARE(m_list->defaultId(), first);
    QCOMPARE(m_list->find(first)->name, u"Frame.io Legacy"_s);
    QCOMPARE(m_list->find(second)->name, u"Frame.io Legacy 2"_s);
    QCOMPARE(document().defaultName, u"Frame.io Legacy"_s);
    QCOMPARE(QFile::permissions(path()) &
                 (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
}

void AccountPutTest::customServers_areToldApart_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("api");
    QTest::addColumn<bool>("same");
    QTest::newRow("the same") << u"https://as.example/t"_s << u"https://api.example/v2"_s << true;
    QTest::newRow("another API") << u"https://as.example/t"_s << u"https://other.example/v2"_s << false;
    QTest::newRow("another server") << u"https://other.example/t"_s << u"https://api.example/v2"_s << false;
}

void AccountPutTest::customServers_areToldApart()
{
    QFETCH(QString, token);
    QFETCH(QString, api);
    QFETCH(bool, same);
    AccountSettings settings = newAccount(*m_catalogue.find(u"custom"_s));
    settings.clientId = u"c1"_s;
    settings.endpoints = {.authorization = QUrl(u"https://as.example/a"_s),
                          .token = QUrl(u"https://as.example/t"_s),
                          .revocation = {},
                          .api = QUrl(u"https://api.example/v2"_s)};
    const QString one = m_list->put(settings, {});
    settings.clientId = u"c2"_s;
    settings.endpoints.token = QUrl(token);
    settings.endpoints.api = QUrl(api);
    const QString other = m_list->put(settings, {});
    QCOMPARE(m_list->shareServer(one, other), same);
    QVERIFY(!m_list->shareServer(one, u"gone"_s));
}

void AccountPutTest::put_ofTheSameClientUpdates()
{
    AccountSettings settings = legacyAccount(u"c1"_s);
    settings.name = u"work"_s;
    const QString id = m_list->put(settings, {});
    settings.name = u"imported"_s;
    settings.scopes = {u"team.read"_s};
    QCOMPARE(m_list->put(settings, {}), id);
    QCOMPARE(m_list->accounts().size(), 1);
    QCOMPARE(m_list->find(id)->name, u"work"_s); // the person's own
    QCOMPARE(m_list->find(id)->scopes, QStringList{u"team.read"_s});
    settings.id = id;
    QCOMPARE(m_list->put(settings, {}), id);
    QCOMPARE(m_list->find(id)->name, u"imported"_s); // renamed in the form
    settings.id.clear();
    settings.endpoints.token = QUrl(u"https://other.example/t"_s);
    QVERIFY(m_list->put(settings, {}) != id);
    QCOMPARE(document().accounts.size(), 2);
}

void AccountPutTest::put_matchesTheClientAcrossProviders()
{
    const QString id = m_list->put(legacyAccount(u"c1"_s), {});
    AccountSettings custom = newAccount(*m_catalogue.find(u"custom"_s));
    custom.clientId = u"c1"_s;
    custom.endpoints.authorization = QUrl(u"https://as.example/a"_s);
    custom.endpoints.token = QUrl(u"https://applications.frame.io/oauth2/token"_s);
    QCOMPARE(m_list->idOfClient(custom), id);
    QCOMPARE(m_list->put(custom, {}), id);
    custom.redirectUri = u"not an address"_s; // a mistake in it makes it no other client
    QCOMPARE(m_list->put(custom, {}), id);
    QCOMPARE(m_list->put(custom, {}), id);
    QCOMPARE(m_list->accounts().size(), 1);
    QCOMPARE(m_list->find(id)->endpoints, custom.endpoints);
    custom.clientId = u"c2"_s;
    QCOMPARE(m_list->idOfClient(custom), QString());
}

void AccountPutTest::put_ofTheSameClientKeepsWhatIsNotNamed()
{
    AccountSettings settings = newAccount(*m_catalogue.find(u"custom"_s));
    settings.name = u"work"_s;
    settings.clientId = u"c1"_s;
    settings.clientAuthentication = ClientAuthentication::Basic;
    settings.endpoints = {.authorization = QUrl(u"https://as.example/a"_s),
                          .token = QUrl(u"https://as.example/t"_s),
                          .revocation = QUrl(u"https://as.example/r"_s),
                          .api = QUrl(u"https://as.example/api"_s)};
    settings.issuer = u"https://as.example"_s;
    settings.caFile = u"/etc/ssl/ours.pem"_s;
    const QString id = m_list->put(settings, Secret("s3cr3t"_ba));
    AccountSettings imported = newAccount(*m_catalogue.find(u"custom"_s));
    imported.clientId = u"c1"_s;
    imported.endpoints.token = settings.endpoints.token;
    imported.redirectUri = settings.redirectUri = u"http://127.0.0.1:8910/other"_s;
    QCOMPARE(m_list->put(imported, {}), id);
    settings.id = id;
    settings.scopes = imported.scopes;
    QCOMPARE(*m_list->find(id), settings);
    m_list->put(imported, Secret()); // taken away, not left out
    QCOMPARE(m_list->find(id)->clientAuthentication, ClientAuthentication::None);
}

static const TestCase<AccountPutTest> testCase("accountput");

} // namespace framekey::test

#include "tst_accountput.moc"
