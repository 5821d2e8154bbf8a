// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountlistfixture.h"

using namespace Qt::StringLiterals;

namespace framekey::test
{

/// The order of the accounts and which is the default: both are kept.
class AccountOrderTest : public AccountListFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void move_isKept_data();
    void move_isKept();
    void move_toItsOwnPlaceChangesNothing();
    void setDefault_isKept();
    void setDefault_ofNobodyChangesNothing();
    void rename_keepsIdPlaceAndDefault();
    void remove_movesTheDefault();

private:
    [[nodiscard]] static QString namesOf(const QList<AccountSettings> &accounts);
    [[nodiscard]] QString names() const { return namesOf(m_list->accounts()); }
    void startAgain();
};

void AccountOrderTest::init()
{
    begin();
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
        AccountSettings settings = legacyAccount(name);
        settings.id = name;
        settings.name = name;
        m_list->put(settings, {});
    }
}

QString AccountOrderTest::namesOf(const QList<AccountSettings> &accounts)
{
    QString names;
    for (const AccountSettings &settings : accounts)
        names += settings.name;
    return names;
}

void AccountOrderTest::startAgain()
{
    const QByteArray kept = written();
    begin();
    write(kept);
    m_list->load();
}

void AccountOrderTest::move_isKept_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<qsizetype>("position");
    QTest::addColumn<QString>("names");
    QTest::newRow("down by one") << u"b"_s << qsizetype(2) << u"acbd"_s;
    QTest::newRow("up by one") << u"c"_s << qsizetype(1) << u"acbd"_s;
    QTest::newRow("to the end") << u"a"_s << qsizetype(3) << u"bcda"_s;
    QTest::newRow("to the top") << u"d"_s << qsizetype(0) << u"dabc"_s;
    QTest::newRow("beyond the end") << u"a"_s << qsizetype(99) << u"bcda"_s;
    QTest::newRow("before the top") << u"c"_s << qsizetype(-1) << u"cabd"_s;
}

void AccountOrderTest::move_isKept()
{
    QFETCH(QString, id);
    QFETCH(qsizetype, position);
    Session *session = m_list->session(id);
    QSignalSpy changes(m_list.get(), &AccountList::accountsChanged);
    m_list->move(id, position);
    QTEST(names(), "names");
    QCOMPARE(changes.size(), 1);
    QCOMPARE(m_list->session(id), session); // it lives on
    QCOMPARE(m_list->defaultId(), u"a"_s);
    startAgain();
    QTEST(names(), "names");
    QCOMPARE(m_list->defaultId(), u"a"_s);
}

void AccountOrderTest::move_toItsOwnPlaceChangesNothing()
{
    QSignalSpy changes(m_list.get(), &AccountList::accountsChanged);
    m_list->move(u"b"_s, 1);
    m_list->move(u"d"_s, 9);
    m_list->move(u"nobody"_s, 0);
    QCOMPARE(changes.size(), 0);
    QCOMPARE(names(), u"abcd"_s);
}

void AccountOrderTest::setDefault_isKept()
{
    QSignalSpy changes(m_list.get(), &AccountList::accountsChanged);
    m_list->setDefault(u"c"_s);
    QCOMPARE(m_list->defaultId(), u"c"_s);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(document().defaultName, u"c"_s);
    QCOMPARE(names(), u"abcd"_s);
    startAgain();
    QCOMPARE(m_list->defaultId(), u"c"_s);
}

void AccountOrderTest::setDefault_ofNobodyChangesNothing()
{
    QSignalSpy changes(m_list.get(), &AccountList::accountsChanged);
    m_list->setDefault(u"nobody"_s);
    m_list->setDefault(u"a"_s);
    QCOMPARE(m_list->defaultId(), u"a"_s);
    QCOMPARE(changes.size(), 0);
}

void AccountOrderTest::rename_keepsIdPlaceAndDefault()
{
    m_store->put(tokensKey(u"b"_s), "kept"_ba);
    m_list->setDefault(u"b"_s);
    AccountSettings renamed = *m_list->find(u"b"_s);
    renamed.name = u"x"_s;
    QCOMPARE(m_list->put(renamed, {}), u"b"_s);
    QCOMPARE(names(), u"axcd"_s);
    QCOMPARE(m_list->session(u"b"_s)->snapshot().accountName, u"x"_s);
    QCOMPARE(m_store->item(tokensKey(u"b"_s)), "kept"_ba);
    startAgain();
    QCOMPARE(names(), u"axcd"_s);
    QCOMPARE(m_list->defaultId(), u"b"_s);
}

void AccountOrderTest::remove_movesTheDefault()
{
    m_list->setDefault(u"c"_s);
    m_list->remove(u"c"_s);
    QCOMPARE(m_list->defaultId(), u"a"_s);
    QCOMPARE(document().defaultName, u"a"_s);
}

static const TestCase<AccountOrderTest> testCase("accountorder");

} // namespace framekey::test

#include "tst_accountorder.moc"
