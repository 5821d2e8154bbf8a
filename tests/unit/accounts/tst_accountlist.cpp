// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountlistfixture.h"

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace framekey::test
{

namespace
{

const QByteArray twoAccounts = R"({"version":1,"default":"home","accounts":[
    {"id":"a1","name":"work","provider":"frameio-legacy","clientId":"c1"},
    {"name":"home","provider":"frameio-legacy","clientId":"c2","redirectUri":"http://127.0.0.1:0/callback"}]})"_ba;

/// No file of this process can grow, as on a disk that is full.
class FullDisk
{
public:
    FullDisk()
    {
        ::getrlimit(RLIMIT_FSIZE, &m_limit);
        const rlimit nothing{.rlim_cur = 0, .rlim_max = m_limit.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &nothing);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_limit);
        ::signal(SIGXFSZ, m_signalled);
    }

private:
    void (*m_signalled)(int) = ::signal(SIGXFSZ, SIG_IGN);
    rlimit m_limit{};
};

} // namespace

/// The accounts, their file and their sessions (F41, F42, T6 of reliability).
class AccountListTest : public AccountListFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void file_makesAccountsAndSessions();
    void doubleId_isReplaced();
    void noFile_isNoAccount();
    void brokenFile_isKeptAside();
    void newerFile_isNeverWrittenOver();
    void unwritableFile_isSaidOnce();
    void fullDisk_leavesTheFileAsItWas();
    void secret_goesToTheKeychainAlone();
    void localProvider_asksForItsServer();
    void remove_forgetsEverything();
};

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

void AccountListTest::fullDisk_leavesTheFileAsItWas()
{
    m_list->put(legacyAccount(u"c1"_s), {});
    const QByteArray before = written();
    QVERIFY(!before.isEmpty());
    QSignalSpy problems(m_list.get(), &AccountList::saveProblemChanged);
    {
        const FullDisk disk;
        m_list->put(legacyAccount(u"c2"_s), {});
        QCOMPARE(written(), before);
    }
    QCOMPARE(problems, QList<QVariantList>{{true}});
    QCOMPARE(QDir(QFileInfo(path()).path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    m_list->put(legacyAccount(u"c3"_s), {});
    QCOMPARE(problems, (QList<QVariantList>{{true}, {false}}));
    QCOMPARE(document().accounts.size(), 3);
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
