// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountlist.h"

#include "accounts/accountsdocument.h"
#include "fakeclock.h"
#include "fakepersonsource.h"
#include "fakeuseragent.h"
#include "memorytokenstore.h"
#include "session/session.h"
#include "session/storeditem.h"
#include "testcase.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace framekey::test
{

namespace
{

const QByteArray twoAccounts = R"({"version":1,"default":"home","accounts":[
    {"id":"a1","name":"work","provider":"frameio-legacy","clientId":"c1"},
    {"name":"home","provider":"frameio-legacy","clientId":"c2","redirectUri":"http://127.0.0.1:0/callback"}]})"_ba;

} // namespace

/// The accounts, their file and their sessions (F41, F42, T6 of reliability).
class AccountListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void file_makesAccountsAndSessions();
    void doubleId_isReplaced();
    void noFile_isNoAccount();
    void brokenFile_isKeptAside();
    void newerFile_isNeverWrittenOver();
    void unwritableFile_isSaidOnce();
    void put_addsWithANameOfItsOwn();
    void put_ofTheSameClientUpdates();
    void put_matchesTheClientAcrossProviders();
    void put_ofTheSameClientKeepsWhatIsNotNamed();
    void secret_goesToTheKeychainAlone();
    void localProvider_asksForItsServer();
    void remove_forgetsEverything();

private:
    void write(const QByteArray &json) const;
    [[nodiscard]] QByteArray written() const;
    [[nodiscard]] AccountsDocument document() const { return parseAccounts(written()).value(); }
    [[nodiscard]] QString path() const { return m_folder->filePath(u"framekey/accounts.json"_s); }
    [[nodiscard]] AccountSettings legacyAccount(const QString &clientId) const;

    ProviderCatalogue m_catalogue = ProviderCatalogue::builtIn();
    FakeClock m_clock;
    FakeUserAgent m_userAgent;
    FakePersonSource m_personSource;
    std::unique_ptr<MemoryTokenStore> m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AccountList> m_list;
};

void AccountListTest::init()
{
    m_list.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<MemoryTokenStore>();
    const auto makeSession = [this](const AccountSettings &settings) {
        return std::make_unique<Session>(
            Session::Identity{
                .accountId = settings.id, .accountName = settings.name, .providerId = {}, .providerName = {}},
            SessionPorts{.clock = m_clock,
                         .store = *m_store,
                         .userAgent = m_userAgent,
                         .personSource = m_personSource});
    };
    m_list = std::make_unique<AccountList>(path(), m_catalogue, *m_store, makeSession);
}

void AccountListTest::write(const QByteArray &json) const
{
    QDir(m_folder->path()).mkpath(u"framekey"_s);
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(json), json.size());
}

QByteArray AccountListTest::written() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

AccountSettings AccountListTest::legacyAccount(const QString &clientId) const
{
    AccountSettings settings = newAccount(*m_catalogue.find(u"frameio-legacy"_s));
    settings.clientId = clientId;
    return settings;
}

void AccountListTest::file_makesAccountsAndSessions()
{
    write(twoAccounts);
    m_list->load();
    const QList<AccountSettings> accounts = m_list->accounts();
    QCOMPARE(accounts.size(), 2);
    QCOMPARE(accounts[0].id, u"a1"_s);
    QVERIFY(!accounts[1].id.isEmpty()); // added where it was missing
    QCOMPARE(document().accounts[1].id, accounts[1].id);
    QCOMPARE(m_list->defaultId(), accounts[1].id);
    QCOMPARE(accounts[0].redirectUri, u"http://127.0.0.1:8910/callback"_s);
    QCOMPARE(accounts[1].redirectUri, u"http://127.0.0.1:0/callback"_s);
    for (const AccountSettings &settings : accounts) {
        QCOMPARE(m_list->session(settings.id)->snapshot().accountName, settings.name);
        QTRY_COMPARE(m_list->session(settings.id)->snapshot().state, SessionSnapshot::State::SignedOut);
    }
    QVERIFY(!m_list->session(u"nobody"_s));
    QVERIFY(!m_list->find(u"nobody"_s));
}

void AccountListTest::doubleId_isReplaced()
{
    write(QByteArray(twoAccounts).replace(R"({"name":"home")", R"({"id":"a1","name":"home")"));
    m_list->load();
    QCOMPARE(m_list->accounts().size(), 2);
    QCOMPARE(m_list->accounts()[0].id, u"a1"_s);
    QVERIFY(m_list->accounts()[1].id != u"a1"_s); // they would read each other's tokens
    QVERIFY(document().accounts[1].id != u"a1"_s);
}

void AccountListTest::noFile_isNoAccount()
{
    m_list->load();
    QVERIFY(m_list->accounts().isEmpty());
    QVERIFY(m_list->defaultId().isEmpty());
    QVERIFY(!QFile::exists(path()));
}

void AccountListTest::brokenFile_isKeptAside()
{
    const QByteArray broken = twoAccounts.chopped(3);
    write(broken);
    m_list->load();
    QVERIFY(m_list->accounts().isEmpty());
    QVERIFY(m_list->brokenFileKeptAs().startsWith(path() + u".broken-"_s));
    m_list->put(legacyAccount(u"c"_s), {});
    QCOMPARE(document().accounts.size(), 1);
    QFile kept(m_list->brokenFileKeptAs());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), broken);
}

void AccountListTest::newerFile_isNeverWrittenOver()
{
    const QByteArray newer = R"({"version":2,"accounts":{"of":"a later day"}})"_ba;
    write(newer);
    m_list->load();
    QSignalSpy problems(m_list.get(), &AccountList::saveProblemChanged);
    m_list->put(legacyAccount(u"c"_s), {});
    QCOMPARE(m_list->accounts().size(), 1); // the change stands in memory
    QCOMPARE(written(), newer);
    QVERIFY(m_list->hasSaveProblem());
    QCOMPARE(problems.size(), 1);
    QVERIFY(m_list->brokenFileKeptAs().isEmpty());
}

void AccountListTest::unwritableFile_isSaidOnce()
{
    // A file where the folder should be: unwritable for root too.
    QFile blocker(m_folder->filePath(u"framekey"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    blocker.close();
    QSignalSpy problems(m_list.get(), &AccountList::saveProblemChanged);
    m_list->put(legacyAccount(u"c1"_s), {});
    m_list->put(legacyAccount(u"c2"_s), {});
    QCOMPARE(m_list->accounts().size(), 2);
    QCOMPARE(problems, QList<QVariantList>{{true}});
    QVERIFY(blocker.remove());
    m_list->put(legacyAccount(u"c3"_s), {});
    QCOMPARE(problems, (QList<QVariantList>{{true}, {false}}));
    QCOMPARE(document().accounts.size(), 3);
}

void AccountListTest::put_addsWithANameOfItsOwn()
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

void AccountListTest::put_ofTheSameClientUpdates()
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

void AccountListTest::put_matchesTheClientAcrossProviders()
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

void AccountListTest::put_ofTheSameClientKeepsWhatIsNotNamed()
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

void AccountListTest::secret_goesToTheKeychainAlone()
{
    AccountSettings settings = legacyAccount(u"c1"_s);
    settings.clientAuthentication = ClientAuthentication::Basic;
    const QString id = m_list->put(settings, Secret("s3cr3t"_ba));
    QTRY_VERIFY(m_store->contains(clientSecretKey(id)));
    const auto stored = StoredClientSecret::fromItem(Secret(m_store->item(clientSecretKey(id))));
    QVERIFY(stored);
    QCOMPARE(stored->clientSecret.reveal(), "s3cr3t"_ba);
    QCOMPARE(stored->binding.token, u"https://applications.frame.io/oauth2/token"_s);
    QVERIFY(!written().contains("s3cr3t"));
    settings.id = id;
    m_list->put(settings, {}); // not given: left as it is
    QVERIFY(m_store->contains(clientSecretKey(id)));
    m_list->put(settings, Secret()); // given and empty: taken away
    QTRY_VERIFY(!m_store->contains(clientSecretKey(id)));
}

void AccountListTest::localProvider_asksForItsServer()
{
    QSignalSpy needed(m_list.get(), &AccountList::localServerNeeded);
    const QString id = m_list->put(newAccount(*m_catalogue.find(u"practice"_s)), {});
    QCOMPARE(needed.size(), 1);
    QCOMPARE(m_list->session(id)->snapshot().state, SessionSnapshot::State::Starting);
    m_list->setLocalServer(QUrl(u"http://127.0.0.1:4321"_s));
    QTRY_COMPARE(m_list->session(id)->snapshot().state, SessionSnapshot::State::SignedOut);
    QVERIFY(!m_list->session(id)->snapshot().problem);
    m_list->setLocalServer(QUrl()); // it could not be started
    QCOMPARE(m_list->session(id)->snapshot().problem.value().detail, Failure::Detail::NoPractice);
    QCOMPARE(needed.size(), 1);
    m_list->put(*m_list->find(id), {});
    QCOMPARE(needed.size(), 2); // asked for again
    m_list->setLocalServer(QUrl(u"http://127.0.0.1:4322"_s));
    QTRY_COMPARE(m_list->session(id)->snapshot().state, SessionSnapshot::State::SignedOut);
    QVERIFY(!m_list->session(id)->snapshot().problem);
}

void AccountListTest::remove_forgetsEverything()
{
    write(twoAccounts);
    m_list->load();
    const QString other = m_list->accounts()[1].id;
    m_store->put(tokensKey(u"a1"_s), "{}"_ba);
    m_store->put(clientSecretKey(u"a1"_s), "{}"_ba);
    m_store->put(tokensKey(other), "{}"_ba);
    m_list->remove(other);
    m_list->remove(u"nobody"_s);
    QCOMPARE(m_list->defaultId(), u"a1"_s);
    m_list->remove(u"a1"_s);
    QVERIFY(m_list->accounts().isEmpty());
    QVERIFY(m_list->defaultId().isEmpty());
    QVERIFY(!m_list->session(u"a1"_s));
    QTRY_COMPARE(m_store->itemCount(), 0);
    QVERIFY(document().accounts.isEmpty());
}

static const TestCase<AccountListTest> testCase("accountlist");

} // namespace framekey::test

#include "tst_accountlist.moc"
