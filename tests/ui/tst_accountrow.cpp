// SPDX-FileCopyrightText: 2026 The Framekey developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presentation/accountrow.h"

#include "samples.h"

#include <QTest>

using namespace framekey;

/// How an account stands, in its row of the list.
class AccountRowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wantsSomethingOfThePerson_data();
    void wantsSomethingOfThePerson();
};

namespace
{

SessionSnapshot sample(const QByteArray &name)
{
    for (const samples::Sample &it : samples::all()) {
        if (it.name == QLatin1StringView(name))
            return it.view.snapshot;
    }
    qFatal("no sample %s", name.constData());
}

} // namespace

void AccountRowTest::wantsSomethingOfThePerson_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QByteArray("signed-in") << Tone::Good << "Signed in";
    QTest::newRow("a failed renewal") << QByteArray("signed-in-problem") << Tone::Warning << "with a problem";
    QTest::newRow("a refused account request")
        << QByteArray("v4-refused") << Tone::Warning << "with a problem";
    QTest::newRow("a question") << QByteArray("person-question") << Tone::Warning << "a question waits";
}

void AccountRowTest::wantsSomethingOfThePerson()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QString, words);
    const AccountRow row = AccountRow::of(sample(name));
    QTEST(row.tone, "tone");
    QVERIFY2(row.detail.endsWith(words), qPrintable(row.detail));
}

QTEST_GUILESS_MAIN(AccountRowTest)
#include "tst_accountrow.moc"
